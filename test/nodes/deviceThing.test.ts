import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../emulator/faults/faults';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf } from './bench';
import { onOperations, ownParameters } from './operations/bench';
import { byId, DONE } from './operations/variant';
import { quickTime } from '../support/quickTime';

quickTime();

const { productKey } = DEMO;
const device = (name: string): INodeParameters => ({
	...{ productKey: byId(productKey), deviceName: byId(name) },
});
const online = device('testDevice1');
const offline = device('testDevice2');
const names = (count: number) =>
	Array.from({ length: count }, (_, place) => `testDevice${place + 1}`).join();
const many = (count: number): INodeParameters => ({
	...{ productKey: byId(productKey), deviceName: names(count) },
});
const properties = (count: number) =>
	JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`P${at}`, at])));

const REFUSALS: ReadonlyArray<[string, string, INodeParameters, string, RegExp]> = [
	[
		'text that is no JSON',
		'setProperties',
		{ ...online, items: '{PowerSwitch:1}' },
		'Properties is not JSON: "{PowerSwitch:1}"',
		/^Write it as a JSON object, e\.g\. \{"PowerSwitch":1,"Brightness":80\}\. Names and texts stand in straight double quotes/,
	],
	[
		'a list',
		'setPropertiesOfMany',
		{ ...many(2), items: '[{"PowerSwitch":1}]' },
		'Properties is a list, not a JSON object',
		/^Write it as a JSON object/,
	],
	[
		'an object without properties',
		'setProperties',
		{ ...online, items: '{}' },
		'Properties is empty',
		/^Fill it in, e\.g\. \{"PowerSwitch":1/,
	],
	[
		'a property twice',
		'setProperties',
		{ ...online, items: '{"PowerSwitch":1,"PowerSwitch":0}' },
		'Properties has "PowerSwitch" twice',
		/^Leave it in once/,
	],
	[
		'null for a value',
		'setProperties',
		{ ...online, items: '={{ { PowerSwitch: null } }}' },
		'Properties has null for "PowerSwitch"',
		/^Give it a value, or leave it out\.$/,
	],
	[
		'an expression that found nothing',
		'setProperties',
		{ ...online, items: '={{ { PowerSwitch: $json.nothing } }}' },
		'Properties has no value for "PowerSwitch"',
		/^Correct it where it comes from/,
	],
	[
		'null for a desired value',
		'setDesiredProperties',
		{ ...online, items: '{"Label":null}' },
		'Properties has null for "Label"',
		/switch on Allow Clearing\.$/,
	],
	[
		'11 desired properties',
		'setDesiredProperties',
		{ ...online, items: properties(11) },
		'Properties holds 11 properties',
		/^The platform takes 10 at most\. Spread them over several items\.$/,
	],
	[
		'101 names',
		'setPropertiesOfMany',
		{ ...many(101), items: '{"PowerSwitch":1}' },
		'Device Names holds 101 names',
		/^The platform takes 100 at most/,
	],
	[
		'arguments that are a text',
		'invokeService',
		{ ...online, identifier: 'Reboot', args: '"now"' },
		'Arguments is a string, not a JSON object',
		/^Write it as a JSON object, e\.g\. \{"Delay":10\}\.$/,
	],
	[
		'no service',
		'invokeService',
		{ ...online, identifier: '={{ "" }}', args: '{}' },
		'Service is empty',
		/^Fill it in, e\.g\. Reboot\./,
	],
	[
		'versions that are no JSON',
		'setDesiredProperties',
		{ ...online, items: '{"Label":"a"}', additionalFields: { versions: '0' } },
		'Expected Versions is a number, not a JSON object',
		/^Write it as a JSON object/,
	],
];

describe('what a device cannot be told', () => {
	it.each(REFUSALS)(
		'given %s, when %s runs, then a sentence says so before anything is sent',
		async (_, operation, parameters, message, description) => {
			await onOperations(engine, {}, async ({ emulator, run }) => {
				const { error } = await run({ resource: 'device', operation, parameters });
				expect(error?.message).toBe(`${message} [item 0]`);
				expect(error?.description).toMatch(description);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it.each(['setProperties', 'setDesiredProperties'])(
		'given a float without a decimal, when %s runs, then the property is named and nothing is set',
		async (operation) => {
			await onOperations(engine, {}, async ({ seen, run }) => {
				const { error } = await run({
					...{ resource: 'device', operation },
					parameters: { ...online, items: '{"Brightness":80,"ColorTemperature":10}' },
				});
				expect(error?.message).toBe(
					'Properties has a whole number for "ColorTemperature", which is of type float or double [item 0]',
				);
				expect(error?.description).toMatch(/^Write it with a decimal, e\.g\. 10\.0 for 10\./);
				expect(seen('SetDeviceProperty')).toEqual([]);
				expect(seen('SetDeviceDesiredProperty')).toEqual([]);
			});
		},
	);

	it('given Check Types off and a float without a decimal, when the platform refuses it, then the remedy speaks of the decimal', async () => {
		await onOperations(engine, {}, async ({ seen, run }) => {
			const { error } = await run({
				...{ resource: 'device', operation: 'setProperties' },
				parameters: { ...online, items: '{"ColorTemperature":10}', checkTypes: false },
			});
			expect(error?.message).toMatch(/\(iot\.device\.SetDevicePropertyFailed\)/);
			expect(error?.description).toMatch(/a decimal for float and double, 10\.0/);
			expect(seen('QueryDevicePropertyStatus')).toEqual([]);
		});
	});

	it('given a key that may not read the types, when properties are set, then nothing is set and the error names the read', async () => {
		await onOperations(engine, {}, async ({ emulator, seen, run }) => {
			emulator.setFaults(({ action }) =>
				action === 'QueryDevicePropertyStatus'
					? { kind: 'code', code: 'iot.common.RamActionPermissionDeny' }
					: undefined,
			);
			const { error } = await run({
				...{ resource: 'device', operation: 'setProperties' },
				parameters: { ...online, items: '{"PowerSwitch":1}' },
			});
			expect(error).toMatchObject({
				context: { details: { action: 'QueryDevicePropertyStatus' } },
			});
			expect(seen('SetDeviceProperty')).toEqual([]);
		});
	});
});

describe('what a device is told', () => {
	it('given twelve items of one product, when properties are set, then its types are read once', async () => {
		await onOperations(engine, {}, async ({ seen, run }) => {
			const { error } = await run({
				...{ resource: 'device', operation: 'setProperties' },
				items: Array.from({ length: 12 }, (_, place) => ({
					json: { name: `testDevice${place + 5}` },
				})),
				parameters: { ...device('={{ $json.name }}'), items: '{"Dimming":1.0}' },
			});
			expect(error).toBeUndefined();
			expect(seen('QueryDevicePropertyStatus')).toHaveLength(1);
			expect(seen('SetDeviceProperty')).toHaveLength(12);
		});
	});

	it('given a device that is offline, when a value is sent and read again, then the answer is a yes, the value is the old one and a hint says why', async () => {
		await onOperations(engine, {}, async ({ run }) => {
			const sent = await run({
				...{ resource: 'device', operation: 'setProperties' },
				parameters: { ...offline, items: '{"PowerSwitch":1}' },
			});
			expect(jsonOf(sent.outputs[0])).toMatchObject([{ success: true }]);
			expect(sent.hints.map(({ message }) => message)).toEqual([
				'The platform took this. That does not say that the device did it: it may be offline, or refuse. Get Properties shows what it reports.',
			]);
			const read = await run({
				...{ resource: 'device', operation: 'getProperties', parameters: offline },
			});
			expect(jsonOf(read.outputs[0])).toContainEqual(
				expect.objectContaining({ identifier: 'PowerSwitch', value: '' }),
			);
		});
	});

	it('given a version that is no longer the present one, when a desired value is set, then it is refused', async () => {
		await onOperations(engine, {}, async ({ run }) => {
			const desire = async () =>
				await run({
					...{ resource: 'device', operation: 'setDesiredProperties' },
					parameters: {
						...{ ...offline, items: '{"Brightness":80}' },
						additionalFields: { versions: '{"Brightness":0}' },
					},
				});
			expect((await desire()).error).toBeUndefined();
			expect((await desire()).error?.message).toMatch(/\(iot\.device\.SetDevicePropertyFailed\)/);
		});
	});

	it('given 100 devices, when their properties are set, then one request names them all', async () => {
		await onOperations(engine, { fleet: buildFleet({ devices: 100 }) }, async ({ seen, run }) => {
			const { outputs } = await run({
				...{ resource: 'device', operation: 'setPropertiesOfMany' },
				parameters: { ...many(100), items: '={{ { Dimming: 2 } }}' },
			});
			expect(jsonOf(outputs[0])).toEqual([DONE]);
			const [entry] = seen('SetDevicesProperty');
			expect(entry && ownParameters(entry)).toMatchObject({
				...{ 'DeviceName.100': 'testDevice100', Items: '{"Dimming":2.0}' },
			});
		});
	});
});

const LOST: ReadonlyArray<[string, Fault]> = [
	['the connection is closed', { kind: 'reset', after: 'done' }],
	['no answer comes in time', { kind: 'hang', after: 'done' }],
	['the status is 503', { kind: 'status', status: 503, after: 'done' }],
];

describe('what a device does each time that it is told', () => {
	const reboot = {
		...{ resource: 'device', operation: 'invokeService' },
		parameters: {
			...{ ...online, identifier: 'Reboot' },
			options: { maxAttempts: 3, timeout: 500 },
		},
	};

	it.each(LOST)(
		'given a reboot, when %s, then it is not sent again, in no try, and the error says to look at the device',
		async (_, fault) => {
			await onOperations(
				engine,
				{ faults: ({ index }) => (index === 1 ? fault : undefined) },
				async ({ emulator, seen, run }) => {
					const { error } = await run({ ...reboot, retryOnFail: true });
					expect(error?.description).toBe(
						'The device may have been told all the same, and would do it twice if it were told again: look at the device before you execute the node again.',
					);
					expect(seen('InvokeThingService')).toHaveLength(1);
					expect(emulator.fleet.device(productKey, 'testDevice1')?.carriedOut).toEqual(['Reboot']);
				},
			);
		},
	);

	it('given a value that is set, when the connection is closed, then it is sent again, for that leaves the same behind', async () => {
		await onOperations(engine, {}, async ({ emulator, seen, run }) => {
			let isLost = false;
			emulator.setFaults(({ action }) => {
				if (isLost || action !== 'SetDeviceProperty') return undefined;
				isLost = true;
				return { kind: 'reset', after: 'done' };
			});
			const { error } = await run({
				...{ resource: 'device', operation: 'setProperties' },
				parameters: { ...online, items: '{"PowerSwitch":0}' },
			});
			expect(error).toBeUndefined();
			expect(seen('SetDeviceProperty')).toHaveLength(2);
		});
	});

	it('given a service that the device has to be online for, when it is offline, then the refusal says so', async () => {
		await onOperations(engine, {}, async ({ run }) => {
			const { error } = await run({
				...{ resource: 'device', operation: 'invokeService' },
				parameters: { ...offline, identifier: 'ReadLog' },
			});
			expect(error?.message).toMatch(/\(iot\.device\.InvokeThingServiceFailed\)/);
			expect(error?.description).toMatch(/see that the device is online/);
		});
	});
});
