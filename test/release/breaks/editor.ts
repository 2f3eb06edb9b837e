import type { PackageCopy } from '../packageCopy';
import { edit, FOLDER, NODE, type Break } from './break';

/** Adds a parameter to the node. */
function withParameter(parameter: object): (copy: PackageCopy) => void {
	const text = JSON.stringify({ name: 'added', default: '', ...parameter });
	return (copy) => edit(copy, NODE, `description.properties.push(${text});`);
}

/** Adds an operation to the node. */
function withOperation(operation: object): (copy: PackageCopy) => void {
	const find = "description.properties.find(({ name }) => name === 'operation')";
	return (copy) => edit(copy, NODE, `${find}.options.push(${JSON.stringify(operation)});`);
}

/** Of fields, and of what operations give. */
export const FIELDS: readonly Break[] = [
	{
		title: 'a node with operations begins',
		make: (copy) => edit(copy, NODE, 'description.properties.reverse();'),
		told: [`${NODE}: `],
	},
	{
		title: 'what is picked is picked from a list',
		make: (copy) => {
			const byId = { displayName: 'By ID', name: 'id', type: 'string', placeholder: '42' };
			const list = { displayName: 'From List', name: 'list', type: 'list' };
			const add = (displayName: string, modes: object[], mode: string) =>
				withParameter({ displayName, type: 'resourceLocator', modes, default: { mode } })(copy);
			add('Typed', [byId], 'id');
			add('Picked', [list], 'id');
		},
		told: [
			'Typed: the first way is not a list',
			'Picked: starts as another way',
			'Picked: cannot be named',
		],
	},
	{
		title: 'choices are sorted',
		make: withParameter({
			displayName: 'Animal',
			type: 'options',
			options: [{ name: 'Zebra' }, { name: 'Ant' }],
		}),
		told: ['Animal: Ant'],
	},
	{
		title: 'optional fields are sorted',
		make: withParameter({
			displayName: 'Extras',
			type: 'collection',
			options: [
				{ displayName: 'Zone', name: 'zone', type: 'string' },
				{ displayName: 'Area', name: 'area', type: 'string' },
			],
		}),
		told: ['Extras: Area'],
	},
	{
		title: 'reads of more than 10 fields',
		make: (copy) =>
			edit(
				copy,
				NODE,
				"description.properties = description.properties.filter(({ displayName }) => !['Simplify', 'Output'].includes(displayName));",
			),
		told: [
			'otaJob: get (23 fields) has no Simplify',
			'otaJob: get (23 fields) has no Output for AI agents',
		],
	},
	{
		title: 'operations that delete',
		make: (copy) => copy.append(`${FOLDER}/__schema__/v9.0.0/otaModule/delete.json`, '{}'),
		told: ['otaModule: delete: gives no deleted'],
	},
	{
		title: 'what is secret in answers',
		make: (copy) => {
			copy.append(
				`${FOLDER}/__schema__/v9.0.0/product/get.json`,
				'{ "properties": { "certificate": { "properties": { "deviceToken": {} } } } }',
			);
			edit(copy, NODE, 'description.sensitiveOutputFields = [];');
		},
		told: ['product: get: deviceToken', 'Include Secrets is there, and none is named'],
	},
];

/** Of the words that users read. */
export const WORDS: readonly Break[] = [
	{
		title: 'names are in Title Case',
		make: withParameter({ displayName: 'Name of device', type: 'string' }),
		told: ['  Name of device\n'],
	},
	{
		title: 'ID, URL, JSON and the like',
		make: withParameter({ displayName: 'Url of Thing', type: 'string' }),
		told: ['  Url of Thing\n'],
	},
	{
		title: 'actions are in Sentence case',
		make: withOperation({ name: 'Confirm', value: 'confirm', action: 'Confirm the Task' }),
		told: ['  Confirm the Task\n'],
	},
	{
		title: 'descriptions begin with a capital letter',
		make: (copy) => {
			for (const description of ['One sentence.', 'One. Two', 'small letters']) {
				withParameter({ displayName: 'Described', type: 'string', description })(copy);
			}
		},
		told: ['  One sentence.\n', '  One. Two\n', '  small letters\n'],
	},
	{
		title: 'descriptions of switches',
		make: withParameter({ displayName: 'Loud', type: 'boolean', description: 'If it is loud' }),
		told: ['Tuya IoT Platform > Loud'],
	},
	{
		title: 'placeholders begin',
		make: withParameter({ displayName: 'Held', type: 'string', placeholder: 'testDevice1' }),
		told: ['Held: testDevice1', 'Typed: 42'],
	},
	{
		title: "operations have n8n's words",
		make: withOperation({ name: 'Modify', value: 'alter', action: 'Modify task' }),
		told: ['Modify: Update is the word', 'Modify task: Update is the word'],
	},
	{
		title: 'descriptions of operations that get',
		make: withOperation({
			name: 'Get It',
			value: 'getIt',
			action: 'Get it',
			description: 'Read it',
		}),
		told: ['Get It: Read it'],
	},
	{
		title: 'no name says node or binary',
		make: withParameter({ displayName: 'Binary Property', type: 'string' }),
		told: ['  Binary Property\n'],
	},
];
