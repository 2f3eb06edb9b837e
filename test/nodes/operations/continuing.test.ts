import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../emulator/emulator';
import { onRequest } from '../../emulator/faults/faults';
import { DEMO } from '../../emulator/fleet/fleets';
import { engine } from '../../engine/loaded';
import type { Execution } from '../../engine/engine';
import { PACKAGE } from '../../engine/nodeTypes';
import { jsonOf, onBench, pairsOf } from '../bench';
import { onOperations } from './bench';
import { byId, DONE } from './variant';
import { OPERATIONS, waysOf } from './variants';

let node: INodeType;
let ownExecute: INodeType['execute'];
beforeAll(() => {
	node = engine.types.getByName(`${PACKAGE}.tuyaIotPlatform`);
	ownExecute = node.execute;
});
afterEach(() => {
	node.execute = ownExecute;
});

const MODES = ['continueRegularOutput', 'continueErrorOutput'] as const;

const ITEMS = [{ number: 1 }, { number: 2 }, { number: 3 }];
const input = () => ITEMS.map((json) => ({ json: { ...json } }));

/** Lets the node run with something of n8n's broken. */
function breaking(broken: (context: IExecuteFunctions) => Partial<IExecuteFunctions>): void {
	node.execute = async function (this: IExecuteFunctions) {
		const own = Object.getOwnPropertyDescriptors(broken(this));
		const context = Object.create(this, own) as IExecuteFunctions;
		return (await ownExecute?.call(context)) ?? [[]];
	};
}

/** An exception that nobody foresees, with a text that must not get out. */
function surprise(): never {
	throw new TypeError(
		`no ${EMULATOR_ACCESS_KEY_SECRET} in https://x/?AccessKeyId=${EMULATOR_ACCESS_KEY_ID}&Signature=abc%3D`,
	);
}

interface Mishap {
	readonly mishap: string;
	readonly credential?: ICredentialDataDecryptedObject;
	readonly options?: INodeParameters;
	readonly isBroken?: true;
	readonly error: string;
	readonly details: unknown;
}

const MISHAPS: readonly Mishap[] = [
	{
		mishap: 'an empty secret',
		credential: { accessKeySecret: ' ' },
		error: 'AccessKey Secret is empty (in the credential)',
		details: { kind: 'input', field: 'AccessKey Secret' },
	},
	{
		mishap: 'an option that cannot be used',
		options: { requestsPerSecond: '={{ "fast" }}' },
		error: expect.stringMatching(/^Requests per Second /),
		details: { kind: 'input', field: 'Requests per Second' },
	},
	{
		mishap: 'an option whose expression does not work',
		options: { requestsPerSecond: '={{ $("Nowhere").item.json.pace }}' },
		error: expect.stringMatching(/^(Options|Requests per Second) cannot be read: /),
		details: { kind: 'input', field: expect.stringMatching(/^(Options|Requests per Second)$/) },
	},
	{
		mishap: 'an exception that nobody foresees',
		isBroken: true,
		error:
			'The node met an error that it did not foresee (TypeError: no [hidden] in https://x/?AccessKeyId=[hidden]&Signature=[hidden]',
		details: { kind: 'unforeseen' },
	},
];

/** Runs an operation, filled in in the first of its ways, with a mishap that is not about an item. */
async function run(
	{ name, resource, operation }: (typeof OPERATIONS)[number],
	{ credential, options = {}, isBroken }: Mishap,
	onError?: (typeof MODES)[number],
): Promise<{ execution: Execution; requests: number }> {
	if (isBroken) breaking(() => ({ getExecutionCancelSignal: surprise }));
	const [{ fields }] = waysOf(name);
	const ran: Array<{ execution: Execution; requests: number }> = [];
	await onOperations(engine, {}, async (bench) => {
		const execution = await bench.run({
			...{ resource, operation, credential, onError, items: input() },
			parameters: { ...fields, options },
		});
		ran.push({ execution, requests: bench.emulator.log.length });
	});
	return ran[0] ?? surprise();
}

describe.each(OPERATIONS)('$name', (operation) => {
	describe.each(MISHAPS)('given $mishap', (mishap) => {
		it.each(MODES)(
			'when On Error is %s, then each item comes out as an error item and nothing is sent',
			async (onError) => {
				const { execution, requests } = await run(operation, mishap, onError);
				const [success, errors] = execution.outputs;
				const isBranch = onError === 'continueErrorOutput';
				const told = { error: mishap.error, details: mishap.details };
				const items = isBranch ? errors : success;
				expect(jsonOf(items)).toEqual(
					ITEMS.map((item) => ({
						...(isBranch ? item : {}),
						...told,
						message: expect.stringMatching(/^\S.*\.$/),
					})),
				);
				expect(pairsOf(items)).toEqual([[0], [1], [2]]);
				if (isBranch) expect(success).toEqual([]);
				expect(execution.error).toBeUndefined();
				expect(requests).toBe(0);
				const whole = JSON.stringify(execution.outputs);
				expect(whole).not.toContain(EMULATOR_ACCESS_KEY_SECRET);
				expect(whole).not.toContain(EMULATOR_ACCESS_KEY_ID);
			},
		);

		it('when On Error is Stop Workflow, then the workflow ends with the error', async () => {
			const { execution, requests } = await run(operation, mishap);
			expect(execution.error).toBeDefined();
			expect(execution.outputs).toEqual([]);
			expect(requests).toBe(0);
		});
	});
});

describe('What is not about an item', () => {
	it.each(MODES)(
		'given an operation that this version does not have, when On Error is %s, then each item says so',
		async (onError) => {
			await onOperations(engine, {}, async ({ run: runOn }) => {
				const { outputs } = await runOn({
					...{ resource: 'otaTask', operation: 'cancelAll', items: input(), onError },
				});
				const items = outputs[onError === 'continueErrorOutput' ? 1 : 0];
				expect(jsonOf(items).map(({ error }) => error)).toEqual(
					Array(3).fill(
						'This version of the node has no operation "cancelAll" for the resource "otaTask"',
					),
				);
				expect(pairsOf(items)).toEqual([[0], [1], [2]]);
			});
		},
	);

	it.each(MODES)(
		'given more devices than Refuse More Than, when On Error is %s, then each item says so and nothing is sent',
		async (onError) => {
			await onBench(engine, {}, async ({ emulator, run: runOn }) => {
				const { outputs } = await runOn({
					items: ['testDevice1', 'testDevice2', 'testDevice3'].map((name) => ({
						deviceNames: name,
					})),
					parameters: { refuseMoreThan: 2 },
					onError,
				});
				const items = outputs[onError === 'continueErrorOutput' ? 1 : 0];
				expect(jsonOf(items)).toMatchObject(
					Array(3).fill({
						error: 'Device Names name 3 devices, but Refuse More Than is 2',
						message: expect.stringMatching(/^Nothing was sent\./),
					}),
				);
				expect(pairsOf(items)).toEqual([[0], [1], [2]]);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it('given a credential that n8n cannot read, when the node continues, then each item has the reason', async () => {
		breaking(() => ({
			getCredentials: async () => await Promise.reject(new Error('vault?Signature=abc is closed')),
		}));
		await onOperations(engine, {}, async ({ run: runOn }) => {
			const { outputs } = await runOn({
				...{ resource: 'product', operation: 'getMany', items: input() },
				onError: 'continueRegularOutput',
			});
			expect(jsonOf(outputs[0]).map(({ error }) => error)).toEqual(
				Array(3).fill(
					'The node met an error that it did not foresee (Error: vault?Signature=[hidden] is closed)',
				),
			);
		});
	});

	it('given an exception while the second of three items is served, when the node continues, then the others keep their answers', async () => {
		breaking(({ logger }) => ({ logger: { ...logger, info: surprise } }));
		// What the platform is too busy for is tried again, and n8n is told in its log.
		const faults = onRequest(2, { kind: 'status', status: 503 });
		await onOperations(engine, { faults }, async ({ run: runOn }) => {
			const { outputs } = await runOn({
				...{ resource: 'otaPackage', operation: 'update', items: input() },
				parameters: { firmwareId: byId(DEMO.firmwareId), firmwareName: 'lamp-2' },
				onError: 'continueRegularOutput',
			});
			expect(jsonOf(outputs[0])).toMatchObject([DONE, { details: { kind: 'unforeseen' } }, DONE]);
			expect(pairsOf(outputs[0])).toEqual([[0], [1], [2]]);
		});
	});
});
