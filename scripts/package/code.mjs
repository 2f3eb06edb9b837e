import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isEnglish } from './english.mjs';
import { readJson } from './readJson.mjs';

const MAY_IMPORT = /^(\.{1,2}\/.*|n8n-workflow|(node:)?crypto)$/;
const FORBIDDEN_GLOBALS = new Set([
	...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval'],
	...['clearImmediate', 'process', 'global', 'globalThis', '__dirname', '__filename', 'eval'],
]);
const removed = readJson(join(import.meta.dirname, 'removedInN8n3.json'));
const REMOVED = [...removed.nodes, ...removed.helpers];

/** What the compiled code may import and use, and the language of its texts. */
export function codeRows(unpacked) {
	const dist = join(unpacked, 'dist');
	const findings = readdirSync(dist, { recursive: true })
		.map(String)
		.filter((name) => name.endsWith('.js'))
		.flatMap((name) => findingsIn(name, readFileSync(join(dist, name), 'utf8')));
	const of = (kind) => findings.filter((found) => found.kind === kind).map(({ text }) => text);
	return [
		{
			title: 'the code imports n8n-workflow, node:crypto and itself only, so it sees no files',
			troubles: of('import'),
		},
		{
			title: 'the code uses no forbidden global, so it sees no environment variables',
			troubles: of('global'),
		},
		{ title: 'the code names nothing that n8n 3 has removed', troubles: of('removed') },
		{ title: 'all texts of the code are English', troubles: of('text') },
	];
}

function findingsIn(name, code) {
	const findings = [];
	const found = (kind, text) => findings.push({ kind, text: `${name}: ${text}` });
	const visit = (node) => {
		const imported = importedBy(node);
		if (imported !== undefined && !MAY_IMPORT.test(imported)) found('import', imported);
		if (ts.isIdentifier(node) && FORBIDDEN_GLOBALS.has(node.text) && !isMember(node)) {
			found('global', node.text);
		}
		if (isText(node)) {
			if (!isEnglish(node.text)) found('text', node.text.slice(0, 80));
			const gone = REMOVED.find((name) => node.text.includes(name));
			if (gone !== undefined) found('removed', gone);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true));
	return findings;
}

/** The module that `require(…)` or `import(…)` loads; a computed one is told as its source text. */
function importedBy(node) {
	if (!ts.isCallExpression(node)) return undefined;
	const { expression } = node;
	const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
	if (!isRequire && expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
	const [module] = node.arguments;
	return module && ts.isStringLiteral(module) ? module.text : (module?.getText() ?? '');
}

/** Whether a name is that of a member or a key, not of a variable. */
function isMember(node) {
	const { parent } = node;
	return (
		(ts.isPropertyAccessExpression(parent) && parent.name === node) ||
		(ts.isPropertyAssignment(parent) && parent.name === node) ||
		((ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node)
	);
}

function isText(node) {
	return ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
}
