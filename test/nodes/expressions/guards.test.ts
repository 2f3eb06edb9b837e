import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { properties } from '../../../nodes/TuyaIotPlatform/resources';
import { TuyaIotPlatform } from '../../../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { DEMO } from '../../emulator/fleet/fleets';
import { engine } from '../../engine/loaded';
import { jsonOf, onBench } from '../bench';
import { onOperations, ownParameters } from '../operations/bench';
import { byId } from '../operations/variant';
import { JOB_OF_ITEM } from '../workflows';
import { cancelOnce, runOnce } from '../once';

const AGREE_FIX =
	'It holds for the whole execution, so every item has to give the same. Nothing was sent. Correct the items, or run the node once for each kind of them, e.g. with Loop Over Items.';
/** What is a field of its own since 1.1, and stands under Options in a node of version 1. */
const MOVED = new Set(['previewOnly', 'refuseMoreThan']);
const SWITCH_FIX = 'Use an expression that gives true or false, or switch the field to Fixed.';

/** Where a guard stands in a node of a version. */
function placed(name: string, value: string, typeVersion: number): INodeParameters {
	const isField = MOVED.has(name) && typeVersion > 1;
	const given = { [name]: value };
	const options = { requestsPerSecond: 100 };
	return isField ? { ...given, options } : { options: { ...options, ...given } };
}

/** Runs Cancel by Device with an option that each of two items gives. */
async function runWithOption(
	name: string,
	[first, second]: readonly [unknown, unknown],
	typeVersion: number,
	look: (seen: {
		message: string | undefined;
		description: string | null | undefined;
		actions: Array<string | undefined>;
	}) => void,
): Promise<void> {
	const items = [
		{ deviceNames: 'testDevice1', v: first },
		{ deviceNames: 'testDevice2', v: second },
	].map((item) => item as IDataObject);
	await onBench(engine, {}, async ({ emulator, run }) => {
		const parameters = placed(name, '={{ $json.v }}', typeVersion);
		const { error } = await run({ items, parameters, typeVersion });
		look({
			message: error?.message,
			description: error?.description,
			actions: emulator.log.map(({ action }) => action),
		});
	});
}

describe.each([1, 1.1])('an option that guards, in a node of version %d', (typeVersion) => {
	it.each([
		['previewOnly', [true, false], 'Preview Only is true for item 0 and false for item 1 [item 1]'],
		['refuseMoreThan', [1, 5], 'Refuse More Than is 1 for item 0 and 5 for item 1 [item 1]'],
		['verify', ['false', 'true'], 'Verify is false for item 0 and true for item 1 [item 1]'],
		[
			'output',
			['response', 'perDevice'],
			'Output is "response" for item 0 and "perDevice" for item 1 [item 1]',
		],
		[
			'nothingToCancel',
			['success', 'error'],
			'Nothing to Cancel is "success" for item 0 and "error" for item 1 [item 1]',
		],
	] as const)(
		'given %s, when the items disagree, then nothing is sent and the sentence names both values',
		async (name, values, expected) => {
			await runWithOption(name, values, typeVersion, ({ message, description, actions }) => {
				expect([message, description, actions]).toEqual([expected, AGREE_FIX, []]);
			});
		},
	);

	it.each([
		['previewOnly', [true, undefined], 'Preview Only is an expression that gave nothing [item 1]'],
		['previewOnly', [true, 'yes'], 'Preview Only is "yes" [item 1]'],
		['previewOnly', [1, 1], 'Preview Only is 1 [item 0]'],
		['refuseMoreThan', [5, null], 'Refuse More Than is an expression that gave null [item 1]'],
		['refuseMoreThan', [false, false], 'Refuse More Than is false [item 0]'],
		[
			'refuseMoreThan',
			[[], []],
			'Refuse More Than is an expression that gave an empty list [item 0]',
		],
		['verify', ['on', 'on'], 'Verify is "on" [item 0]'],
		['output', ['One Item per Device', ''], 'Output is "One Item per Device" [item 0]'],
	] as const)(
		'given %s, when the items give %j, then nothing is sent and the sentence names field and value',
		async (name, values, expected) => {
			await runWithOption(name, values, typeVersion, ({ message, actions }) => {
				expect([message, actions]).toEqual([expected, []]);
			});
		},
	);

	it('given Preview Only, when every item gives the text "true", then nothing is cancelled', async () => {
		await runWithOption('previewOnly', ['true', true], typeVersion, ({ message, actions }) => {
			expect(message).toBeUndefined();
			expect(actions).not.toContain('CancelOTATaskByDevice');
			expect(actions.length).toBeGreaterThan(0);
		});
	});

	it('given Preview Only, when it disagrees in a workflow that continues on fail, then nothing is sent all the same', async () => {
		await onBench(engine, {}, async ({ emulator, run }) => {
			await run({
				items: [
					{ deviceNames: 'testDevice1', v: true },
					{ deviceNames: 'testDevice2', v: false },
				],
				parameters: placed('previewOnly', '={{ $json.v }}', typeVersion),
				...{ onError: 'continueRegularOutput', typeVersion },
			});
			expect(emulator.log).toEqual([]);
		});
	});

	it('given a pace, when the items disagree, then the first one counts, as the guide says', async () => {
		const pace = 'requestsPerSecond';
		await runWithOption(pace, [50, 'fast'], typeVersion, ({ message, actions }) => {
			expect(message).toBeUndefined();
			expect(actions).toEqual(['CancelOTATaskByDevice']);
		});
	});
});

describe('a guard that has moved', () => {
	it.each([
		['previewOnly', true, 'Preview Only'],
		['refuseMoreThan', 5, 'Refuse More Than'],
	])(
		'given %s under Options of a new node, where only a file can put it, when it runs, then it is refused and nothing is sent',
		async (name, value, displayName) => {
			const { error, emulator } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }],
				parameters: { options: { [name]: value } },
			});
			expect([error?.message, error?.description]).toEqual([
				`${displayName} is set under Options, where nodes of this version do not have it [item 0]`,
				`Nothing was sent. Add the node anew and set its field ${displayName}.`,
			]);
			expect(emulator.log).toEqual([]);
		},
	);

	it.each([
		['previewOnly', true],
		['refuseMoreThan', 1],
	])(
		'given %s under Options of a saved node, when it runs, then it guards as before',
		async (name, value) => {
			const { cancels } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }, { deviceNames: 'testDevice2' }],
				...{ parameters: { options: { [name]: value } }, typeVersion: 1 },
			});
			expect(cancels()).toEqual([]);
		},
	);

	it.each([
		['otaTask', 'cancelByDevice', ['previewOnly', 'refuseMoreThan']],
		['otaJob', 'retryFailed', ['previewOnly', 'refuseMoreThan']],
		['otaJob', 'rollBack', ['previewOnly', 'refuseMoreThan']],
	])(
		'given %s %s, when the editor shows a new node, then its guards stand above Options, in this order',
		(resource, operation, guards) => {
			const names = shownFields(resource, operation, 1.1).map(({ name }) => name);
			expect(names.filter((name) => MOVED.has(name))).toEqual(guards);
			expect(names.at(-1)).toBe('options');
			expect(optionNames(resource, operation, 1.1).filter((name) => MOVED.has(name))).toEqual([]);
		},
	);

	it('given a saved node, when the editor shows it, then the guards are options still', () => {
		const names = shownFields('otaTask', 'cancelByDevice', 1).map(({ name }) => name);
		expect(names.filter((name) => MOVED.has(name))).toEqual([]);
		expect(optionNames('otaTask', 'cancelByDevice', 1)).toEqual(expect.arrayContaining([...MOVED]));
	});
});

/** The fields that the editor shows. */
function shownFields(resource: string, operation: string, typeVersion: number): INodeProperties[] {
	const { description } = new TuyaIotPlatform();
	return properties.filter((field) =>
		NodeHelpers.displayParameter({ resource, operation }, field, { typeVersion }, description),
	);
}

/** The options that it offers. */
function optionNames(resource: string, operation: string, typeVersion: number): string[] {
	const options = shownFields(resource, operation, typeVersion).filter(
		({ name }) => name === 'options',
	);
	const { description } = new TuyaIotPlatform();
	return singleFields(options)
		.filter(({ type }) => type !== 'hidden')
		.filter((field) => NodeHelpers.displayParameter({}, field, { typeVersion }, description))
		.map(({ name }) => name);
}

describe('a field that narrows', () => {
	it.each([
		[undefined, 'nothing'],
		[null, 'null'],
		['', 'an empty text'],
		['  ', 'a blank text'],
		[[], 'an empty list'],
		[{}, 'an empty object'],
	])(
		'given OTA Job of Cancel by Device, when an expression gives %j, then no job is cancelled',
		async (jobId, gave) => {
			await onBench(engine, {}, async ({ emulator, run }) => {
				const json: IDataObject = jobId === undefined ? {} : { jobId };
				const { error } = await run({
					items: [{ deviceNames: 'testDevice1', ...json }],
					parameters: { jobId: jobId === undefined ? byId('={{ $json.none }}') : JOB_OF_ITEM },
				});
				expect(error?.message).toBe(
					`OTA Job is an expression that gave ${gave}, so every job of the package would be meant [item 0]`,
				);
				expect(error?.description).toBe(
					'Check that the item holds the job ID. If every job is meant, switch the field to Fixed and leave it empty.',
				);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it('given one item without a job among others, when the workflow continues on fail, then that one is refused and the others are cancelled', async () => {
		const { outputs, emulator } = await cancelOnce({
			items: [
				{ deviceNames: 'testDevice1', jobId: '' },
				{ deviceNames: 'testDevice2', jobId: DEMO.jobId },
			],
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ details: { kind: 'input', field: 'OTA Job' } }),
			expect.objectContaining({ success: true }),
		]);
		expect(emulator.log.map(ownParameters)).toEqual([
			expect.objectContaining({ JobId: DEMO.jobId, 'DeviceName.1': 'testDevice2' }),
		]);
	});
});

const NARROWS = { productKey: byId(DEMO.productKey), firmwareId: byId(DEMO.firmwareId) };

describe('an operation', () => {
	it.each([
		[
			'Return All "false"',
			{ resource: 'product', operation: 'getMany', parameters: { returnAll: "={{ 'false' }}" } },
			[{ CurrentPage: '1', PageSize: '50' }],
		],
	])('given %s, when it runs, then it is off', async (_, run, wire) => {
		await onOperations(engine, {}, async (bench) => {
			await bench.run(run);
			expect(bench.emulator.log.map(ownParameters)).toEqual(wire);
		});
	});

	it.each([
		[
			'Which Devices "Named Ones"',
			{
				...{ resource: 'device', operation: 'getMany' },
				parameters: { ...NARROWS, which: "={{ 'Named Ones' }}", deviceName: 'testDevice1' },
			},
			'Which Devices is "Named Ones" [item 0]',
			'Use one of: all, named.',
		],
		[
			'Cancel by Job with an absent switch',
			{
				...{ resource: 'otaTask', operation: 'cancelByJob' },
				parameters: { jobId: byId(DEMO.jobId), cancelQueuedTask: '={{ $json.none }}' },
			},
			'Cancel Queued Tasks is an expression that gave nothing [item 0]',
			SWITCH_FIX,
		],
		[
			'Task Status of nothing',
			{
				...{ resource: 'otaTask', operation: 'getManyByJob' },
				parameters: { jobId: byId(DEMO.jobId), filters: { taskStatus: '={{ $json.none }}' } },
			},
			'Task Status is an expression that gave nothing [item 0]',
			'Use one of: CANCELED, FAILED, IN_PROGRESS, NOTIFIED, QUEUED, SUCCEEDED, CONFIRM.',
		],
		[
			'Source Versions of an empty list',
			{
				...{ resource: 'otaJob', operation: 'createStatic' },
				parameters: {
					...{ ...NARROWS, targetSelection: 'ALL' },
					additionalFields: { srcVersion: '={{ [] }}' },
				},
			},
			'Source Versions is an expression that gave an empty list [item 0]',
			'Check that the item holds what the expression asks for. If the field is meant to be empty, switch it to Fixed and leave it empty.',
		],
	])(
		'given %s, when it runs, then it is refused and nothing is sent',
		async (_, run, message, fix) => {
			const { error, emulator } = await runOnce(run);
			expect([error?.message, error?.description]).toEqual([message, fix]);
			expect(emulator.log).toEqual([]);
		},
	);
});
