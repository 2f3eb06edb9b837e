import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTrigger } from './entries.mjs';
import { parametersOf } from './parameters.mjs';
import { readJson } from './readJson.mjs';
import { must } from './report.mjs';

const CATEGORIES = new Set([
	...['Analytics', 'Communication', 'Data & Storage', 'Development', 'Finance & Accounting'],
	...['Marketing & Content', 'Miscellaneous', 'Productivity', 'Sales', 'Utility'],
]);
const SECRET = /secret|password|token|api_?key|private_?key/i;

/** What n8n asks of each node and credential as a whole. */
export function nodeRows(unpacked, packageName, { nodes, credentials, broken }) {
	const codices = nodes.map((node) => codexOf(unpacked, node));
	return [
		{
			title: 'each node and credential of package.json is in the tarball and loads',
			troubles: [
				...must(nodes.length > 0, 'package.json names no node that loads'),
				...broken.map(({ path, trouble }) => `${path}: ${trouble}`),
			],
		},
		{
			title: 'each has a square SVG icon for light and another one for dark',
			troubles: [...nodes, ...credentials].flatMap((entry) => iconTroubles(unpacked, entry)),
		},
		{
			title: 'each node has a codex file with its name, other words to find it by, and a link',
			troubles: codices.flatMap((codex) => codexTroubles(packageName, codex)),
		},
		{
			title: "the categories of each node are among n8n's",
			troubles: codices.flatMap(categoryTroubles),
		},
		{
			title:
				'the package is for one service: a node, its triggers, and one credential that all need',
			troubles: serviceTroubles(nodes),
		},
		{
			title: 'no node is for logic or flow: one main input and output at most',
			troubles: nodes.flatMap(flowTroubles),
		},
		{
			title: 'each node but triggers is usable as a tool, and triggers are not',
			troubles: nodes
				.filter((node) => Boolean(node.instance.description.usableAsTool) === isTrigger(node))
				.map(({ path }) => path),
		},
		{
			title: "each node tells n8n's AI builder when to search for it, without expressions",
			troubles: nodes.flatMap(builderTroubles),
		},
		{
			title: 'each trigger says what happens once it is active, and hints at it in the editor',
			troubles: nodes.filter(isTrigger).flatMap(triggerTroubles),
		},
		{
			title: 'each credential has a test and a link to its documentation',
			troubles: credentials.flatMap((entry) => testTroubles(entry, nodes)),
		},
		{
			title: 'what is secret in a credential is a password field',
			troubles: credentials.flatMap(passwordTroubles),
		},
		{
			title: 'n8n has no node for the service yet',
			look: ['search the nodes panel of the newest n8n for the service and for its other names'],
		},
		{
			title: 'the package is no proxy for several services',
			look: [
				'requests go to the Endpoint of the credential alone, uploads to the storage it names',
			],
		},
		{
			title: "the package does not compete with what n8n's paid plans offer",
			look: ['read the list of paid features beside the list of operations'],
		},
		{
			title: 'the credential uses OAuth if the service has it',
			look: ["read the service's page on how to call its API"],
		},
	];
}

function iconTroubles(unpacked, { path, instance }) {
	const icon = instance.description?.icon ?? instance.icon ?? {};
	return [
		...['light', 'dark'].flatMap((theme) => {
			const file = String(icon[theme] ?? '').replace(/^file:/, '');
			const full = join(unpacked, dirname(path), file);
			if (!file.endsWith('.svg') || !existsSync(full)) return [`${path}: no SVG icon for ${theme}`];
			const [, width, height] =
				/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(readFileSync(full, 'utf8')) ?? [];
			return must(width && width === height, `${file}: ${width} x ${height} is not square`);
		}),
		...must(icon.light !== icon.dark, `${path}: the icons for light and dark are the same`),
	];
}

function codexOf(unpacked, { path, instance }) {
	const file = path.replace(/\.js$/, '.json');
	const full = join(unpacked, file);
	return { file, name: instance.description.name, codex: existsSync(full) ? readJson(full) : {} };
}

function codexTroubles(packageName, { file, name, codex }) {
	const { node, codexVersion, alias = [], resources = {} } = codex;
	if (node === undefined) return [`${file} is missing or names no node`];
	const wanted = `${packageName}.${name}`;
	return [
		...must(node === wanted, `${file}: node is ${node}, not ${wanted}`),
		...must(codexVersion === '1.0', `${file}: codexVersion is ${codexVersion}`),
		...must(alias.length > 0, `${file}: no alias`),
		...must(resources.primaryDocumentation, `${file}: no primaryDocumentation`),
	];
}

function categoryTroubles({ file, codex: { categories = [] } }) {
	return [
		...must(categories.length > 0, `${file}: no categories`),
		...categories
			.filter((category) => !CATEGORIES.has(category))
			.map((category) => `${file}: ${category}`),
	];
}

function serviceTroubles(nodes) {
	const names = nodes.filter((node) => !isTrigger(node)).map((node) => node.instance.description);
	const used = nodes.map(({ path, instance: { description } }) => ({
		path,
		credentials: (description.credentials ?? []).map(({ name }) => name).join(', '),
	}));
	const strangers = nodes.filter(isTrigger).map((node) => node.instance.description);
	return [
		...must(names.length <= 1, `nodes: ${names.map(({ name }) => name).join(', ')}`),
		...strangers
			.filter(({ name }) => names[0] && name !== `${names[0].name}Trigger`)
			.map(({ name }) => `${name} is not the trigger of ${names[0].name}`),
		...must(new Set(used.map(({ credentials }) => credentials)).size <= 1, 'credentials differ'),
		...used.filter(({ credentials }) => credentials === '').map(({ path }) => `${path}: none`),
	];
}

function flowTroubles(node) {
	const { inputs, outputs } = node.instance.description;
	const fit = inputs.length <= 1 && outputs.length === 1;
	return must(fit, `${node.path}: ${inputs.length} inputs and ${outputs.length} outputs`);
}

function builderTroubles({ path, instance: { description } }) {
	const { searchHint = '', ...others } = description.builderHint ?? {};
	return [
		...must(searchHint.length > 20, `${path}: builderHint.searchHint says nothing`),
		...must(!/\{\{/.test(JSON.stringify({ searchHint, others })), `${path}: an expression in it`),
	];
}

function triggerTroubles({ path, instance: { description } }) {
	const { displayName, activationMessage = '', hints = [] } = description;
	return [
		...must(displayName.endsWith(' Trigger'), `${path}: ${displayName} does not end with Trigger`),
		...must(activationMessage.length > 20, `${path}: activationMessage says nothing`),
		...must(hints.length > 0, `${path}: no hints`),
	];
}

function testTroubles({ path, instance }, nodes) {
	const tested = nodes.some(({ instance: { description, methods } }) =>
		description.credentials?.some(
			({ name, testedBy }) => name === instance.name && methods?.credentialTest?.[testedBy],
		),
	);
	return [
		...must(instance.test || tested, `${path} is tested by nothing`),
		...must(/^https:\/\//.test(instance.documentationUrl), `${path} has no documentationUrl`),
	];
}

function passwordTroubles(credential) {
	return parametersOf(credential)
		.filter(({ parameter }) => parameter.type === 'string' && SECRET.test(parameter.name))
		.filter(({ parameter }) => !parameter.typeOptions?.password)
		.map(({ where }) => where);
}
