import { choicesOf, isShownIn, operationsOf, parametersOf } from './parameters.mjs';
import { must } from './report.mjs';
import { fieldNamesOf, schemasOf } from './schemas.mjs';

/** A read that gives more than these has to be able to give less. */
const MOST_FIELDS = 10;
/** What the node has counted and put into words itself is no answer of the service, and is read as a whole. */
const REPORTS = new Set(['otaJob: getProgress']);
const SECRET = /secret|signature|password|token/i;
const byAlphabet = (left, right) => left.localeCompare(right, 'en');

/** What n8n asks of the fields of the editor and of what operations give. */
export function fieldRows(unpacked, { nodes, credentials }) {
	const parameters = [...nodes, ...credentials].flatMap(parametersOf);
	const operations = nodes.flatMap((node) =>
		operationsOf(node).map((operation) => ({ node, operation, name: nameOf(operation) })),
	);
	const each = (trouble) => unique(operations.flatMap((one) => trouble(unpacked, one)));
	return [
		{
			title: 'a node with operations begins with Resource and Operation',
			troubles: nodes.filter((node) => operationsOf(node).length > 0).flatMap(beginningTroubles),
		},
		{
			title: 'what is picked is picked from a list first, and can be named by its ID too',
			troubles: parameters.flatMap(locatorTroubles),
		},
		{ title: 'choices are sorted by name', troubles: unique(parameters.flatMap(choiceTroubles)) },
		{
			title: 'optional fields are sorted by name',
			troubles: unique(parameters.flatMap(collectionTroubles)),
		},
		{
			title: `reads of more than ${MOST_FIELDS} fields have Simplify, and as tools a choice of Output`,
			troubles: each(simplifyTroubles),
		},
		{ title: 'operations that delete give deleted: true', troubles: each(deletedTroubles) },
		{
			title: 'what is secret in answers is among sensitiveOutputFields',
			troubles: nodes.flatMap((node) => sensitiveTroubles(unpacked, node)),
		},
		{
			title: 'each resource has the operations that users look for',
			look: ['create, get, get many, update and delete, as far as the service has them'],
		},
	];
}

function nameOf({ resource, value }) {
	return `${resource}: ${value}`;
}

function unique(troubles) {
	return [...new Set(troubles)];
}

function beginningTroubles({ path, instance }) {
	const [first, second] = instance.description.properties.map(({ displayName }) => displayName);
	return must(first === 'Resource' && second === 'Operation', `${path}: ${first}, ${second}`);
}

function locatorTroubles({ parameter, where }) {
	if (parameter.type !== 'resourceLocator') return [];
	const kinds = parameter.modes.map(({ type }) => type);
	return [
		...must(kinds[0] === 'list', `${where}: the first way is not a list`),
		...must(parameter.default?.mode === parameter.modes[0].name, `${where}: starts as another way`),
		...must(kinds.includes('string'), `${where}: cannot be named`),
	];
}

function choiceTroubles({ parameter, where }) {
	const names = choicesOf(parameter).map(({ name }) => name);
	return sortTroubles(names, where);
}

function collectionTroubles({ parameter, where }) {
	if (parameter.type !== 'collection') return [];
	const names = parameter.options.map(({ displayName }) => displayName);
	return sortTroubles(names, where);
}

function sortTroubles(names, where) {
	const misplaced = names.find(
		(name, place) => place > 0 && byAlphabet(names[place - 1], name) > 0,
	);
	return must(misplaced === undefined, `${where}: ${misplaced}`);
}

function simplifyTroubles(unpacked, { node, operation, name }) {
	if (!operation.name.startsWith('Get') || REPORTS.has(name)) return [];
	const sizes = schemasOf(unpacked, node, operation).map(
		({ properties = {} }) => Object.keys(properties).length,
	);
	if (Math.max(0, ...sizes) <= MOST_FIELDS) return [];
	const shown = parametersOf(node)
		.filter((one) => isShownIn(one, operation))
		.map(({ parameter }) => parameter);
	const what = `${name} (${Math.max(...sizes)} fields)`;
	return [
		...must(shown.some(isSimplify), `${what} has no Simplify`),
		...must(shown.some(isOutput), `${what} has no Output for AI agents`),
	];
}

function isSimplify({ displayName, type, description }) {
	return (
		displayName === 'Simplify' &&
		type === 'boolean' &&
		/^Whether to return a simplified version of the response/.test(description)
	);
}

function isOutput({ displayName, type, options }) {
	const names = choicesOf({ type, options }).map(({ name }) => name);
	return displayName === 'Output' && names.join() === 'Raw,Selected Fields,Simplified';
}

function deletedTroubles(unpacked, { node, operation, name }) {
	if (!operation.name.startsWith('Delete')) return [];
	const [newest = {}] = schemasOf(unpacked, node, operation);
	return must(newest.properties?.deleted?.type === 'boolean', `${name}: gives no deleted`);
}

function sensitiveTroubles(unpacked, node) {
	const { sensitiveOutputFields = [] } = node.instance.description;
	const named = new Set(sensitiveOutputFields.map((path) => path.split('.').at(-1)));
	const canShow = parametersOf(node).find(
		({ parameter }) => parameter.type === 'boolean' && /secrets/i.test(parameter.displayName),
	);
	const untold = operationsOf(node).flatMap((operation) =>
		schemasOf(unpacked, node, operation)
			.flatMap(fieldNamesOf)
			.filter((field) => SECRET.test(field) && !named.has(field))
			.map((field) => `${nameOf(operation)}: ${field}`),
	);
	return [
		...must(!canShow || named.size > 0, `${canShow?.where} is there, and none is named`),
		...unique(untold),
	];
}
