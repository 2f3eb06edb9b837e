import type { INode } from 'n8n-workflow';
import type { Emulator } from '../../emulator/emulator';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { withEmulator } from '../../emulator/testing';
import { addCredential, credentialData } from '../harness/credentials';
import { finishedExecution } from '../harness/executions';
import { startN8n, type OwnN8n } from '../harness/n8n';
import {
	addWorkflow,
	cancelNode,
	chain,
	codeNode,
	CREDENTIAL_TYPE,
	manualTrigger,
	node,
	runByHand,
} from '../harness/workflows';
import { say } from '../set-up/say';
import { NEWEST } from '../set-up/versions';
import { rounded, scaledTo, type RunFigures } from './figures';
import { memoryOf, resetPeak } from './memory';
import { report } from './report';
import { SlowestAnswer } from './slowestAnswer';

const ITEMS = 10_000;
const ITEMS_OF_HTTP_REQUEST = 500;
/** How long the emulated platform takes for an answer, ms. */
const LATENCY = 50;
const LONGEST = 180_000;
/** An n8n that is silent for longer counts as down in many a place, s. */
const MOST_SILENCE = 5;

describe(`n8n ${NEWEST}`, () => {
	describe('load', () => {
		let n8n: OwnN8n;
		let ours: RunFigures;
		let evaluated: RunFigures;
		// A server of its own for each, so that neither finds memory that the other has taken.
		beforeEach(async () => {
			n8n = await startN8n(NEWEST, { name: 'load' });
		});
		afterEach(async () => await n8n?.stop());

		it('given 10,000 items in one execution, when they are cancelled, then each has its answer by 50 requests within two minutes, and n8n answers others meanwhile', async () => {
			await onFleet(async (emulator, credentialId) => {
				ours = await measure(n8n, emulator, ITEMS, plainNode(credentialId));
				expect(ours.requests).toBe(ITEMS / 200);
				expect(ours.seconds).toBeLessThan(120);
				expect(ours.slowestAnswer).toBeLessThan(MOST_SILENCE);
				expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: ITEMS });
			});
		});

		it('given the same items with expressions that n8n has to evaluate, when they are cancelled, then plain expressions take at most half of the time', async () => {
			await onFleet(async (emulator, credentialId) => {
				evaluated = await measure(n8n, emulator, ITEMS, evaluatedNode(credentialId));
				expect(evaluated.requests).toBe(ours.requests);
				expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: ITEMS });
				expect(ours.seconds).toBeLessThanOrEqual(evaluated.seconds / 2);
			});
		});

		it("given 500 items, when n8n's HTTP Request node cancels them one by one, then it takes a request for each of them", async () => {
			await onFleet(async (emulator, credentialId) => {
				const items = ITEMS_OF_HTTP_REQUEST;
				const theirs = await measure(n8n, emulator, items, requestNode(emulator, credentialId));
				expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: items });
				const scaled = scaledTo(ITEMS, theirs);
				const httpRequest = { ...theirs, scaled };
				const [latencyMs, cancelByDevice] = [LATENCY, ours];
				await report({ n8n: NEWEST, latencyMs, cancelByDevice, evaluated, httpRequest });
				say(`  Cancel by Device: ${JSON.stringify(ours)}`);
				say(`  Cancel by Device, n8n evaluates: ${JSON.stringify(evaluated)}`);
				say(`  HTTP Request: ${JSON.stringify(httpRequest)}`);
				expect(scaled.requests).toBeGreaterThan(ours.requests * 100);
			});
		});

		const onFleet = async (use: (emulator: Emulator, credentialId: string) => Promise<void>) =>
			await withEmulator(
				{ https: true, fleet: buildFleet({ devices: ITEMS }), latency: LATENCY },
				async (emulator) =>
					await use(emulator, await addCredential(n8n.rest, credentialData(emulator))),
			);
	});
});

/** Runs one node on so many items, each with one device, and measures the server meanwhile. */
async function measure(
	{ rest, pid }: OwnN8n,
	emulator: Emulator,
	items: number,
	measured: INode,
): Promise<RunFigures> {
	const code = `return Array.from({ length: ${items} }, (_, index) => ({ json: {
		productKey: '${DEMO.productKey}', firmwareId: '${DEMO.firmwareId}', jobId: '${DEMO.jobId}',
		deviceNames: 'testDevice' + (index + 1) } }));`;
	const workflow = chain(`${items} items`, manualTrigger(), codeNode('Alerts', code), measured);
	const id = await addWorkflow(rest, workflow);
	resetPeak(pid);
	const before = memoryOf(pid).now;
	const executionId = await runByHand(rest, id);
	const meanwhile = new SlowestAnswer(`${rest.url}/healthz`);
	const execution = await finishedExecution(rest, executionId, LONGEST);
	const slowestAnswer = rounded((await meanwhile.end()) / 1000);
	const { peak } = memoryOf(pid);
	expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
	expect(execution.outputs(measured.name)[0]).toHaveLength(items);
	return {
		items,
		requests: emulator.log.length,
		seconds: rounded((execution.runs(measured.name)[0]?.executionTime ?? 0) / 1000),
		peakMemoryMb: peak,
		addedMemoryMb: peak - before,
		storedMb: rounded(execution.bytes / 1024 ** 2),
		slowestAnswer,
	};
}

/** Four plain expressions an item. */
function plainNode(credentialId: string): INode {
	return cancelNode(credentialId, {
		jobId: { __rl: true, mode: 'id', value: '={{ $json.jobId }}' },
	});
}

/** The same node with the same fields. For what stands in brackets it asks n8n, as it did for every expression. */
function evaluatedNode(credentialId: string): INode {
	const locator = (name: string) => ({ __rl: true, mode: 'id', value: `={{ ($json.${name}) }}` });
	return cancelNode(credentialId, {
		productKey: locator('productKey'),
		firmwareId: locator('firmwareId'),
		jobId: locator('jobId'),
		deviceNames: '={{ ($json.deviceNames) }}',
	});
}

/** What people without this package set up: one signed request for each item. */
function requestNode(emulator: Emulator, credentialId: string): INode {
	const query = {
		Action: 'CancelOTATaskByDevice',
		ProductKey: '={{ $json.productKey }}',
		FirmwareId: '={{ $json.firmwareId }}',
		'DeviceName.1': '={{ $json.deviceNames }}',
	};
	return node(
		'Request',
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			url: `${emulator.url}/`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: CREDENTIAL_TYPE,
			sendQuery: true,
			queryParameters: {
				parameters: Object.entries(query).map(([name, value]) => ({ name, value })),
			},
		},
		{ credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Platform' } } },
	);
}
