import type { INodeProperties } from 'n8n-workflow';
import { paging } from '../../operations/fields';

const reads = { displayOptions: { show: { effect: ['read'] } } };
const list = { effect: ['read'], returns: ['list'] };

/** What Call Action is given, without Options. */
export const callFields: readonly INodeProperties[] = [
	{
		displayName:
			'This calls any action of the platform, also one that changes or deletes. Where the node has an operation for it, that one checks more and is the better choice.',
		name: 'callActionNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Action',
		name: 'action',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. QueryThingModel',
		description: "The name of the action as the platform's documentation has it, capitals included",
	},
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"ProductKey":"k1nhvyl0001","DeviceName":["testDevice1","testDevice2"]}',
		description:
			"The action's own parameters as a JSON object, or an expression that gives an object. A list is numbered (DeviceName.1), and what is nested in it is named behind a dot (Tag.1.Key). Key, time and signature are added.",
	},
	{
		displayName: 'Effect',
		name: 'effect',
		type: 'options',
		default: 'write',
		options: [
			{
				name: 'Read',
				value: 'read',
				description: 'It changes nothing, so it is tried again where no answer came',
			},
			{
				name: 'Write',
				value: 'write',
				description: 'It changes or makes something, so it is sent once unless told otherwise',
			},
		],
		description: 'What the action does to the platform or to devices',
	},
	{
		displayName: 'Repeating Is Safe',
		name: 'repeatingIsSafe',
		type: 'boolean',
		default: false,
		displayOptions: { show: { effect: ['write'] } },
		description:
			'Whether the action leaves the same behind when it is carried out twice, so that it may be sent again where no answer came. What is documented to make something anew is not sent again all the same.',
	},
	{
		displayName: 'Return',
		name: 'returns',
		type: 'options',
		default: 'answer',
		options: [
			{ name: 'Answer', value: 'answer', description: 'The answer as it came, one item' },
			{
				name: 'List',
				value: 'list',
				description: 'The records of its list, one item each, over the pages of the list',
			},
		],
		...reads,
		description: 'What comes out of a read',
	},
	...paging(list),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: { show: list },
		options: [
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 50,
				description:
					'How many records to ask for at a time (PageSize), 50 unless given. The node knows the largest page of a documented action itself.',
			},
			{
				displayName: 'Path to List',
				name: 'listPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. Data.List.ProductInfo',
				description:
					'Where the list stands in the answer: its keys, separated by dots. Without it, the only list of records in the answer is taken.',
			},
		],
	},
];
