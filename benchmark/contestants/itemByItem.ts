import { createHmac } from 'node:crypto';
import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, IWorkflowBase } from 'n8n-workflow';
import { Engine } from '../../test/engine/engine';
import { cancelWorkflow } from '../../test/nodes/workflows';
import type { Contestant } from './contestant';
import { credentialFor, itemsFor, outcomeOf } from './onEngine';
import { signedQuery } from './snippet';

const SIGN = 'benchmark.sign';
const SEND = 'benchmark.send';

/**
 * (b) The same engine with what people build today: a Code node that signs each item, and an HTTP Request
 * node that sends one GET an item. The two nodes here do only that, so they cost less than n8n's own.
 */
export const itemByItem: Contestant = {
	name: 'Code + HTTP Request nodes',
	devicesPerRequest: 1,
	load: async () => {
		const engine = await Engine.load();
		const { types } = engine;
		const known = types.getByName.bind(types);
		types.getByName = (name) => (name === SIGN ? signNode : name === SEND ? sendNode : known(name));
		return async (task) => {
			const { accessKeyId, accessKeySecret } = credentialFor(task);
			const items = itemsFor(task.devices).map(({ json }) => ({
				json: { ...json, url: task.url, accessKeyId, accessKeySecret },
			}));
			const interval = task.requestsPerSecond === undefined ? 0 : 1000 / task.requestsPerSecond;
			return outcomeOf(await engine.run(workflow(interval), credentialFor(task), items));
		};
	},
};

/** What the user's JavaScript in a Code node does. */
const signNode = nodeType('sign', async function () {
	const hmac = (text: string, key: string) => createHmac('sha1', key).update(text).digest('base64');
	const items = this.getInputData().map(({ json }, item) => {
		const own = {
			Action: 'CancelOTATaskByDevice',
			ProductKey: String(json.productKey),
			FirmwareId: String(json.firmwareId),
			'DeviceName.1': String(json.deviceNames),
		};
		const key = {
			accessKeyId: String(json.accessKeyId),
			accessKeySecret: String(json.accessKeySecret),
		};
		const url = `${String(json.url)}/?${signedQuery(own, key, hmac)}`;
		return { json: { url }, pairedItem: { item } };
	});
	return [items];
});

/**
 * What the HTTP Request node does with Batching set to 1 item and an interval, and On Error to continue:
 * it starts a request, waits for the interval, starts the next, and collects all answers at the end.
 * Without Batching, its default, it starts all requests at once.
 */
const sendNode = nodeType('send', async function () {
	const interval = Number(this.getNodeParameter('interval', 0));
	const sent: Array<Promise<unknown>> = [];
	for (const [item] of this.getInputData().entries()) {
		if (item > 0 && interval > 0) await sleep(interval);
		const url = String(this.getNodeParameter('url', item));
		const answer: Promise<unknown> = this.helpers.httpRequest({ method: 'GET', url, json: true });
		sent.push(answer.catch(() => undefined));
	}
	const answers = await Promise.all(sent);
	const items = answers.flatMap((answer, item) =>
		answer === undefined ? [] : [{ json: { ...Object(answer) }, pairedItem: { item } }],
	);
	return [items];
});

function nodeType(
	name: string,
	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>,
): INodeType {
	const text = (parameter: string) =>
		({ displayName: parameter, name: parameter, type: 'string', default: '' }) as const;
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: name,
			defaults: { name },
			inputs: ['main'],
			outputs: ['main'],
			properties: [text('url'), text('interval')],
		},
		execute,
	};
}

/** Trigger, Sign, Send. */
function workflow(interval: number): IWorkflowBase {
	const base = cancelWorkflow();
	const [trigger] = base.nodes;
	if (!trigger) throw new Error('The workflow has no trigger');
	return {
		...base,
		nodes: [
			trigger,
			{ ...trigger, id: 'Sign', name: 'Sign', type: SIGN },
			{
				...trigger,
				id: 'Send',
				name: 'Send',
				type: SEND,
				parameters: { url: '={{ $json.url }}', interval },
			},
		],
		connections: {
			[trigger.name]: { main: [[{ node: 'Sign', type: 'main', index: 0 }]] },
			Sign: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
		},
	};
}
