import type { INodeParameters } from 'n8n-workflow';
import type { Action } from '../emulator/actions/action';
import { list } from '../emulator/actions/inputs';
import { pageOf } from '../emulator/actions/paging';
import type { EmulatorOptions } from '../emulator/emulator';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf } from './bench';
import { onOperations, ownParameters } from './operations/bench';
import type { OperationBench } from './operations/bench';
import { quickTime } from '../support/quickTime';

quickTime();

const { productKey, jobId } = DEMO;
const call = { resource: 'instance', operation: 'callAction' } as const;
const read = (action: string, parameters: unknown, more: INodeParameters = {}) => ({
	...call,
	parameters: { action, effect: 'read', parameters: JSON.stringify(parameters), ...more },
});
const write = (action: string, parameters: unknown, more: INodeParameters = {}) => ({
	...call,
	parameters: { action, effect: 'write', parameters: JSON.stringify(parameters), ...more },
});
const LISTED = { returns: 'list', returnAll: true };
const QUICK = { options: { maxAttempts: 3, timeout: 500 } };

/** An action that no page documents, on an instance that has it; it lists 120 devices in pages of 50 at most. */
const queryByTags: Action = ({ parameters, fleet, settings }) => {
	const devices = fleet.devicesOfProduct(productKey);
	const { records, counts } = pageOf(devices, { parameters, settings }, { largest: 50 });
	const printed = records.map(({ deviceName, iotId, deviceSecret }) => ({
		...{ deviceName, iotId, deviceSecret },
	}));
	return { ...counts, data: { simpleDeviceInfo: printed } };
};
const disable: Action = ({ parameters }) => ({ data: { names: list(parameters, 'DeviceName') } });
const OTHERS = { QueryDeviceByTags: queryByTags, DisableThings: disable };

async function on(
	options: EmulatorOptions,
	use: (bench: OperationBench) => Promise<void>,
): Promise<void> {
	await onOperations(engine, { otherActions: OTHERS, ...options }, use);
}

describe('the parameters of any action', () => {
	it('given a list, a nested one, numbers and switches, when it is called, then they leave as the platform writes them', async () => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run({
				...call,
				parameters: {
					...{ action: 'QueryDeviceByTags', effect: 'read' },
					parameters:
						'{"DeviceName":["a","b"],"Tag":[{"TagKey":"site","TagValue":"A 1"},{"TagKey":"on","TagValue":true}],"Job":{"Id":1836340779212660001},"Share":10.0,"CurrentPage":1,"PageSize":1}',
				},
			});
			expect(error).toBeUndefined();
			expect(emulator.log.map(ownParameters)).toEqual([
				{
					...{ 'DeviceName.1': 'a', 'DeviceName.2': 'b' },
					...{ 'Tag.1.TagKey': 'site', 'Tag.1.TagValue': 'A 1' },
					...{ 'Tag.2.TagKey': 'on', 'Tag.2.TagValue': 'true' },
					...{ 'Job.Id': '1836340779212660001', Share: '10.0', CurrentPage: '1', PageSize: '1' },
				},
			]);
		});
	});

	it('given one name and an object where the platform documents a list and JSON, when it is called, then they are written so', async () => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run({
				...call,
				parameters: {
					...{ action: 'SetDevicesProperty', effect: 'write' },
					parameters: `={{ { ProductKey: '${productKey}', DeviceName: 'testDevice1', Items: { PowerSwitch: 1 } } }}`,
				},
			});
			expect(error).toBeUndefined();
			expect(emulator.log.map(ownParameters)).toEqual([
				{ ProductKey: productKey, 'DeviceName.1': 'testDevice1', Items: '{"PowerSwitch":1}' },
			]);
		});
	});

	it.each([
		['Signature', /^Leave it out\. Each request is signed anew/],
		['timestamp', /^Leave it out\. Each request is signed anew/],
		['SignatureNonce', /^Leave it out\. Each request is signed anew/],
		['AccessKeyId', /^Leave it out\. The credential sets it\.$/],
		['Action', /^Leave it out\. Write the name of the action in Action\.$/],
		['Version', /^Leave it out\. Version in the credential/],
		['Format', /^Leave it out\. The node reads JSON/],
		['RegionId', /^Leave it out\. Region ID in the credential/],
		['IotInstanceId', /^Leave it out\. Instance ID in the credential/],
		['Signature.1', /^Leave it out\. Each request is signed anew/],
	])('given %s among them, when it is called, then a sentence refuses it', async (name, fix) => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run(read('QueryProduct', { [name]: 'x' }));
			expect(error?.message).toBe(`Parameters has "${name}", which every request carries [item 0]`);
			expect(error?.description).toMatch(fix);
			expect(emulator.log).toEqual([]);
		});
	});

	it.each<[string, unknown, string]>([
		[
			'a name in another letter case',
			{ jobId },
			'Parameters has "jobId", which the platform writes JobId',
		],
		['null', { JobId: null }, 'Parameters has no value for JobId'],
		['a blank text', { JobId: ' ' }, 'Parameters has no value for JobId'],
		['an empty list', { JobId: jobId, Names: [] }, 'Parameters has no value for Names'],
		['the same twice', { 'Names.1': 'a', Names: ['b'] }, 'Parameters sets Names.1 twice'],
		[
			'a name with a blank',
			{ 'Job Id': 1 },
			'Parameters has "Job Id", which is no name of a parameter',
		],
	])(
		'given %s, when a documented action is called, then nothing is sent',
		async (_, given, message) => {
			await on({}, async ({ emulator, run }) => {
				const { error } = await run(write('CancelOTATaskByJob', given));
				expect(error?.message).toBe(`${message} [item 0]`);
				expect(emulator.log).toEqual([]);
			});
		},
	);
});

describe('the name of an action', () => {
	it('given one that the instance does not know, when it is called, then the refusal is told with what to compare', async () => {
		await on({}, async ({ seen, run }) => {
			const { error } = await run(read('QueryThingModle', {}));
			expect(error?.message).toBe(
				'This platform instance knows no action with that name (InvalidAction.NotFound) [item 0]',
			);
			expect(error?.description).toMatch(
				/Compare Action with the platform's documentation: each letter counts, capitals included\.$/,
			);
			expect(seen('QueryThingModle')).toHaveLength(1);
		});
	});

	it.each([
		[
			'queryproduct',
			'Action is "queryproduct", which the platform writes QueryProduct',
			'Write QueryProduct.',
		],
		[
			'Query Product',
			'Action is "Query Product", which is no name of an action',
			/^A name has letters/,
		],
	])('given "%s", when it is called, then nothing is sent', async (name, message, description) => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run(read(name, { ProductKey: productKey }));
			expect(error?.message).toBe(`${message} [item 0]`);
			expect(error?.description).toMatch(description);
			expect(emulator.log).toEqual([]);
		});
	});

	it('given one that changes something, when it is called as a read, then nothing is sent', async () => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run(read('CancelOTATaskByJob', { JobId: jobId }));
			expect(error?.message).toBe(
				'Effect is Read, but CancelOTATaskByJob changes or makes something [item 0]',
			);
			expect(emulator.log).toEqual([]);
		});
	});

	it('given a refusal whose remedy speaks of fields, when it is told, then it says where they are', async () => {
		await on({}, async ({ run }) => {
			const { error } = await run(read('QueryProduct', { ProductKey: 'k9' }));
			expect(error?.message).toMatch(/\(iot\.prod\.NotExistedProduct\)/);
			expect(error?.description).toMatch(
				/has the fields that this speaks of as entries of Parameters\.$/,
			);
		});
	});
});

const HANG = { kind: 'hang', after: 'done' } as const;

describe('what is sent again', () => {
	it.each(['DisableThings', 'UpdateOTAModule'])(
		'given the write %s that gets no answer, when it is called, then it is sent once, in both tries, and told in doubt',
		async (action) => {
			await on(
				{ faults: ({ index }) => (index === 1 ? HANG : undefined) },
				async ({ seen, run }) => {
					const { error } = await run({
						...write(action, { ProductKey: productKey, ModuleName: 'ble' }, QUICK),
						retryOnFail: true,
					});
					expect(error?.message).toMatch(/did not answer in time/);
					expect(error?.description).toBe(
						'It may have been carried out all the same, and was not sent again: Repeating Is Safe is off. Look whether it is done before you execute the node again.',
					);
					expect(seen(action)).toHaveLength(1);
				},
			);
		},
	);

	it('given Repeating Is Safe, when a write gets no answer, then it is sent again', async () => {
		await on({ faults: ({ index }) => (index === 1 ? HANG : undefined) }, async ({ seen, run }) => {
			const { error } = await run(write('DisableThings', {}, { ...QUICK, repeatingIsSafe: true }));
			expect(error).toBeUndefined();
			expect(seen('DisableThings')).toHaveLength(2);
		});
	});

	it('given Repeating Is Safe, when an action that makes something gets no answer, then it is not sent again all the same', async () => {
		await on({ faults: ({ index }) => (index === 1 ? HANG : undefined) }, async ({ seen, run }) => {
			const { error } = await run(
				write(
					'CreateOTAModule',
					{ ProductKey: productKey, ModuleName: 'wifi' },
					{ ...QUICK, repeatingIsSafe: true },
				),
			);
			expect(error?.description).toMatch(/^It may have been done all the same/);
			expect(seen('CreateOTAModule')).toHaveLength(1);
		});
	});

	it('given a read that gets no answer and a write that is throttled, when they are called, then both are sent again', async () => {
		await on({}, async ({ emulator, seen, run }) => {
			emulator.setFaults(({ index }) => (index === 1 ? HANG : undefined));
			expect(
				(await run(read('QueryProduct', { ProductKey: productKey }, QUICK))).error,
			).toBeUndefined();
			emulator.setFaults(({ index }) => (index === 1 ? { kind: 'throttle' } : undefined));
			expect((await run(write('DisableThings', {}, QUICK))).error).toBeUndefined();
			expect([seen('QueryProduct').length, seen('DisableThings').length]).toEqual([2, 2]);
		});
	});
});

describe('the list of any action', () => {
	const fleet = () => buildFleet({ devices: 120 });

	it('given an action that is documented, when all is returned, then its pages are read by the facts of its page', async () => {
		await on({ fleet: fleet() }, async ({ emulator, run }) => {
			const { outputs } = await run(read('ListOTATaskByJob', { JobId: jobId }, LISTED));
			expect(jsonOf(outputs[0])).toHaveLength(120);
			expect(emulator.log.map(({ parameters }) => parameters.PageSize)).toEqual(['100', '100']);
		});
	});

	it('given an action that nobody documents, when all is returned, then its list is found and read to its end, without secrets', async () => {
		await on({ fleet: fleet() }, async ({ emulator, run }) => {
			const { outputs, error } = await run(read('QueryDeviceByTags', {}, LISTED));
			expect(error).toBeUndefined();
			expect(new Set(jsonOf(outputs[0]).map(({ deviceName }) => deviceName)).size).toBe(120);
			expect(Object.keys(jsonOf(outputs[0])[0] ?? {})).toEqual(['deviceName', 'iotId']);
			expect(emulator.log.map(({ parameters }) => parameters.CurrentPage)).toEqual(['1', '2', '3']);
		});
	});

	it('given a limit, when it is reached, then no further page is asked for', async () => {
		await on({ fleet: fleet() }, async ({ emulator, run }) => {
			const more = { returns: 'list', returnAll: false, limit: 60 };
			const { outputs } = await run(read('QueryDeviceByTags', {}, more));
			expect(jsonOf(outputs[0])).toHaveLength(60);
			expect(emulator.log).toHaveLength(2);
		});
	});

	it.each([
		['zero', 'counts "0" records'],
		['blank', 'does not say how many records'],
	] as const)(
		'given a count that is %s, when all is returned, then it is read until no more comes and a hint says so',
		async (totals, words) => {
			await on({ fleet: fleet(), totals }, async ({ run }) => {
				const { outputs, hints } = await run(read('QueryDeviceByTags', {}, LISTED));
				expect(jsonOf(outputs[0])).toHaveLength(120);
				expect(hints.map(({ message }) => message).join()).toContain(words);
			});
		},
	);

	it('given an answer without a list, when one is wanted, then the error says what to set', async () => {
		await on({}, async ({ run }) => {
			const { error } = await run(read('QueryThingModel', {}, LISTED));
			expect(error?.message).toMatch(/InvalidAction/);
			const { error: noList } = await run(
				read('QueryProduct', { ProductKey: productKey }, { ...LISTED }),
			);
			expect(noList?.message).toMatch(/which list of the answer is meant cannot be told/);
			expect(noList?.description).toMatch(
				/^Say under Path to List where it stands, or set Return to Answer/,
			);
			expect(noList?.description).not.toMatch(/productSecretOf/);
		});
	});

	it('given CurrentPage among the parameters, when a list is wanted, then nothing is sent', async () => {
		await on({}, async ({ emulator, run }) => {
			const { error } = await run(read('QueryDeviceByTags', { CurrentPage: 2 }, LISTED));
			expect(error?.message).toBe(
				'Parameters has CurrentPage, which the node sets itself where Return is List [item 0]',
			);
			expect(emulator.log).toEqual([]);
		});
	});

	it('given two lists in an answer, when one is wanted, then Path to List tells which', async () => {
		await on(
			{ fleet: fleet(), otherActions: { ...OTHERS, QueryDeviceByTags: twoLists } },
			async ({ run }) => {
				const { error } = await run(read('QueryDeviceByTags', {}, LISTED));
				expect(error?.message).toMatch(/cannot be told/);
				const { outputs } = await run(
					read(
						'QueryDeviceByTags',
						{},
						{ ...LISTED, additionalFields: { listPath: 'Data.SimpleDeviceInfo' } },
					),
				);
				expect(jsonOf(outputs[0])).toHaveLength(120);
			},
		);
	});
});

/** The same with a second list beside the first. */
function twoLists(context: Parameters<Action>[0]): ReturnType<Action> {
	const { data, ...rest } = queryByTags(context);
	return { ...rest, data: { ...Object(data), tags: [] } };
}
