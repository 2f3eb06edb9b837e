import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { isRecord } from '../../platform';

/** What people and other systems do while an example runs, and what they get to see. */
export interface Outside {
	/** Whether somebody approves what a mail asks. */
	approves: boolean;
	/** What somebody enters in a form on which the workflow waits. */
	formAnswer: IDataObject;
	/** The rows of the file that somebody uploads. */
	rows: IDataObject[];
	/** The bodies of what the workflow tells other systems, or the caller of its webhook. */
	readonly told: IDataObject[];
}

/** Fields of those nodes that the examples fill. */
const TEXT_FIELDS = [
	...['authentication', 'fieldToSplitOut', 'formDescription', 'include', 'jsonBody', 'jsonOutput'],
	...['message', 'nodeCredentialType', 'responseBody', 'url'],
];

type Work = (
	context: IExecuteFunctions,
) => Promise<INodeExecutionData[][]> | INodeExecutionData[][];

/** The nodes of n8n that examples use, without n8n: each does what it does in the examples. */
export function standIns(outside: Outside): Record<string, INodeType> {
	const pass: Work = (context) => [context.getInputData()];
	const nodes: Record<string, INodeType> = {
		noOp: node(1, pass),
		splitOut: node(1, (context) => [splitOut(context)]),
		set: node(1, (context) => [
			context.getInputData().map((_, item) => ({
				json: parsed(context.getNodeParameter('jsonOutput', item)),
				pairedItem: { item },
			})),
		]),
		if: node(2, sorted),
		filter: node(1, (context) => sorted(context).slice(0, 1)),
		respondToWebhook: node(1, (context) => {
			const body: unknown = context.getNodeParameter('responseBody', 0, '');
			if (body) outside.told.push(asObject(body));
			return pass(context);
		}),
		wait: node(1, (context) => {
			outside.told.push({ form: String(context.getNodeParameter('formDescription', 0)) });
			return [[{ json: outside.formAnswer }]];
		}),
		extractFromFile: node(1, () => [
			outside.rows.map((json) => ({ json, pairedItem: { item: 0 } })),
		]),
		emailSend: node(1, (context) => {
			outside.told.push({ mail: String(context.getNodeParameter('message', 0)) });
			return [[{ json: { data: { approved: outside.approves } } }]];
		}),
		httpRequest: node(1, async (context) => [await request(context, outside)]),
	};
	return Object.fromEntries(
		Object.entries(nodes).map(([name, type]) => [`n8n-nodes-base.${name}`, type]),
	);
}

function node(outputs: number, work: Work): INodeType {
	return {
		description: {
			displayName: 'Stand-In',
			name: 'standIn',
			group: ['transform'],
			version: [1, 1.1, 1.2, 2.1, 2.2, 3.4, 4.2],
			description: 'Stands for a node of n8n',
			defaults: { name: 'Stand-In' },
			inputs: [NodeConnectionTypes.Main],
			outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
			properties: [
				// n8n itself judges a field of this type, with the rules of the If and Filter nodes.
				{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} },
				{ displayName: 'Query', name: 'queryParameters', type: 'json', default: {} },
				...TEXT_FIELDS.map((name): INodeProperties => {
					return { displayName: name, name, type: 'string', default: '' };
				}),
			],
		},
		async execute() {
			return await work(this);
		},
	};
}

/** Items whose conditions hold, and the others. */
function sorted(context: IExecuteFunctions): INodeExecutionData[][] {
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	for (const [item, { json }] of context.getInputData().entries()) {
		const holds = context.getNodeParameter('conditions', item, false, { extractValue: true });
		outputs[holds ? 0 : 1].push({ json, pairedItem: { item } });
	}
	return outputs;
}

function splitOut(context: IExecuteFunctions): INodeExecutionData[] {
	const path = String(context.getNodeParameter('fieldToSplitOut', 0));
	const keepsOthers = context.getNodeParameter('include', 0, '') === 'allOtherFields';
	return context.getInputData().flatMap(({ json }, item) => {
		const list = path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : []), json);
		return [list].flat().map((entry) => ({
			json: keepsOthers ? { ...json, [path]: entry as IDataObject } : asObject(entry),
			pairedItem: { item },
		}));
	});
}

/** Sends with the credential as the HTTP Request node does; what goes to others is only noted. */
async function request(
	context: IExecuteFunctions,
	outside: Outside,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (context.getNodeParameter('authentication', 0) === '') {
		for (const item of items.keys()) {
			outside.told.push(parsed(context.getNodeParameter('jsonBody', item)));
		}
		return items.map((_, item) => ({ json: {}, pairedItem: { item } }));
	}
	const query = asObject(context.getNodeParameter('queryParameters', 0));
	const entries = [query.parameters ?? []].flat().map(asObject);
	const json: unknown = await context.helpers.requestWithAuthentication.call(
		context,
		String(context.getNodeParameter('nodeCredentialType', 0)),
		{
			method: 'GET',
			uri: String(context.getNodeParameter('url', 0)),
			qs: Object.fromEntries(entries.map(({ name, value }) => [name, value])),
			json: true,
		},
	);
	return [{ json: asObject(json), pairedItem: { item: 0 } }];
}

function parsed(text: unknown): IDataObject {
	return asObject(typeof text === 'string' ? JSON.parse(text) : text);
}

function asObject(value: unknown): IDataObject {
	return isRecord(value) ? (value as IDataObject) : { value: String(value) };
}
