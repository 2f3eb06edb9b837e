import { choicesOf, operationsOf, parametersOf } from './parameters.mjs';
import { must } from './report.mjs';

/** Words that Title Case leaves small, unless they come first. */
const SMALL = new Set([
	...[
		'a',
		'an',
		'and',
		'as',
		'at',
		'but',
		'by',
		'for',
		'from',
		'in',
		'into',
		'nor',
		'of',
		'on',
		'or',
	],
	...['per', 'than', 'the', 'to', 'up', 'via', 'vs', 'with'],
]);
/** Written in capitals by n8n wherever they stand. */
const INITIALS = /\b(api|id|iot|json|ota|sql|ssl|svg|url|utc|xml)s?\b/gi;
const RIGHT = /^(API|ID|IoT|JSON|OTA|SQL|SSL|SVG|URL|UTC|XML)s?$/;
const ARTICLE = /\b(a|an|the)\b/i;
/** Words that n8n has another one for. */
const INSTEAD = {
	...{ Add: 'Create', Change: 'Update', Edit: 'Update', Erase: 'Delete', Fetch: 'Get' },
	...{ Find: 'Get', List: 'Get Many', Modify: 'Update', Read: 'Get', Remove: 'Delete' },
};

/** What n8n asks of the words that users read. */
export function wordRows({ nodes, credentials }) {
	const entries = [...nodes, ...credentials];
	const parameters = entries.flatMap(parametersOf);
	const operations = nodes.flatMap(operationsOf);
	const labels = labelsOf(entries, parameters);
	const sentences = sentencesOf(nodes, parameters);
	const over = (list, trouble) => [...new Set(list.flatMap(trouble))];
	return [
		{ title: 'names are in Title Case', troubles: over(labels, titleCaseTroubles) },
		{
			title: 'ID, URL, JSON and the like are in capitals',
			troubles: over([...labels, ...operations.map(({ action }) => action)], capitalTroubles),
		},
		{
			title: 'actions are in Sentence case, without articles',
			troubles: over(operations, actionTroubles),
		},
		{
			title:
				'descriptions begin with a capital letter; one sentence has no full stop, several have',
			troubles: over(sentences, sentenceTroubles),
		},
		{
			title: 'descriptions of switches begin with "Whether"',
			troubles: over(parameters, switchTroubles),
		},
		{ title: 'placeholders begin with "e.g."', troubles: over(parameters, placeholderTroubles) },
		{
			title: "operations have n8n's words: Create, Get, Get Many, Update, Delete",
			troubles: over(operations, vocabularyTroubles),
		},
		{
			title: 'descriptions of operations that get begin with "Retrieve"',
			troubles: over(operations, retrieveTroubles),
		},
		{
			title: 'no name says node or binary',
			troubles: labels.filter((label) => /\b(node|binary)\b/i.test(label)),
		},
		{
			title: 'the words are those that the service shows its users, one for each thing',
			look: ["go through the fields beside the service's own pages"],
		},
		{
			title: 'a message says what happened, its description how to go on',
			look: [
				'make some mistakes in the editor: none may be told as error, problem, failure or mistake',
			],
		},
	];
}

/** Whatever is written in Title Case: names of nodes, fields, ways to name something, and choices. */
function labelsOf(entries, parameters) {
	return [
		...entries.map(({ instance }) => instance.description?.displayName ?? instance.displayName),
		...parameters
			.filter(({ parameter }) => parameter.type !== 'notice')
			.flatMap(({ parameter }) => [
				parameter.displayName,
				...(parameter.modes ?? []).map(({ displayName }) => displayName),
				...groupsOf(parameter).map(({ displayName }) => displayName),
				...choicesOf(parameter).map(({ name }) => name),
			]),
	];
}

function groupsOf({ type, options }) {
	return type === 'fixedCollection' ? options : [];
}

function sentencesOf(nodes, parameters) {
	return [
		...nodes.map(({ instance }) => instance.description.description),
		...parameters.flatMap(({ parameter }) => [
			...(parameter.type === 'notice' ? [parameter.displayName] : []),
			...[parameter.description, parameter.hint],
			...choicesOf(parameter).map(({ description }) => description),
		]),
	].filter(Boolean);
}

function titleCaseTroubles(label) {
	const words = label.split(/[\s/-]+/).map((word) => word.replace(/^\W+/, ''));
	const small = words.filter(
		(word, place) => /^[a-z]/.test(word) && !(place > 0 && SMALL.has(word)),
	);
	return must(small.length === 0, label);
}

function capitalTroubles(label) {
	const wrong = [...label.matchAll(INITIALS)].some(([word]) => !RIGHT.test(word));
	return must(!wrong, label);
}

function actionTroubles({ action, name }) {
	if (action === undefined) return [`${name} has no action`];
	const [first = '', ...others] = action.split(' ');
	const capitals = others.filter((word) => /^[A-Z][a-z]/.test(word));
	const fits = /^[A-Z]/.test(first) && capitals.length === 0 && !ARTICLE.test(action);
	return must(fits, action);
}

function sentenceTroubles(text) {
	const plain = text.replaceAll(/e\.g\.|i\.e\.|<[^>]+>/g, '').trim();
	const several = /[.!?]\s+["'(]?[A-Z\d]/.test(plain);
	const ends = /[.!?…]["')]?$/.test(plain);
	return must(/^["'(]?[^a-z]/.test(text) && several === ends, text);
}

function switchTroubles({ parameter: { type, description = '' }, where }) {
	return must(type !== 'boolean' || /^Whether /.test(description), where);
}

function placeholderTroubles({ parameter, where }) {
	const typed = (parameter.modes ?? []).filter(({ type }) => type !== 'list');
	// The placeholder of a collection is the text on its button.
	const isField = !['collection', 'fixedCollection'].includes(parameter.type);
	return [...(isField ? [parameter] : []), ...typed]
		.map(({ placeholder = '' }) => placeholder)
		.filter((placeholder) => placeholder !== '' && !placeholder.startsWith('e.g. '))
		.map((placeholder) => `${where}: ${placeholder}`);
}

function vocabularyTroubles({ name, action = '' }) {
	return [name, action]
		.filter((text) => text.split(' ')[0] in INSTEAD)
		.map((text) => `${text}: ${INSTEAD[text.split(' ')[0]]} is the word`);
}

function retrieveTroubles({ name, resource, description = '' }) {
	if (!name.startsWith('Get')) return [];
	return must(description.startsWith('Retrieve '), `${resource}: ${name}: ${description}`);
}
