import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const MAY_IMPORT = /^(\.{1,2}\/.*|n8n-workflow|(node:)?crypto)$/;
const FORBIDDEN_GLOBALS = new Set([
	...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval'],
	...['clearImmediate', 'process', 'global', 'globalThis', '__dirname', '__filename', 'eval'],
]);
/** A letter that English has no use for; é and the like occur in names. */
const FOREIGN_LETTER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u;

/** Checks on the compiled code: imports, globals, and the language of its texts. */
export function codeChecks(unpacked) {
	const dist = join(unpacked, 'dist');
	const findings = readdirSync(dist, { recursive: true })
		.map(String)
		.filter((name) => name.endsWith('.js'))
		.flatMap((name) => findingsIn(name, readFileSync(join(dist, name), 'utf8')));
	const of = (kind) => findings.filter((found) => found.kind === kind).map(({ text }) => text);
	return [
		{ title: 'the code imports n8n-workflow, node:crypto and itself only', troubles: of('import') },
		{ title: 'the code uses no forbidden global', troubles: of('global') },
		{ title: 'all texts are English', troubles: of('text') },
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
		if (isText(node) && FOREIGN_LETTER.test(node.text)) found('text', node.text.slice(0, 80));
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
