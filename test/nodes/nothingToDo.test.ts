import type { IDataObject } from 'n8n-workflow';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';
import { byId } from './operations/variant';
import { cancelOnce, runOnce } from './once';

const NOTHING = {
	outcome: 'nothingToDo',
	deviceNames: [],
	message: 'No device is named, so nothing was sent.',
};
const ANSWER = expect.objectContaining({ success: true });

describe('an empty list of devices', () => {
	it.each([
		['a list', []],
		['JSON text', '[]'],
		['JSON text with blanks', ' [ ]\n'],
	])(
		'given %s from an expression, when the workflow stops on errors, then nothing is sent and one item says so',
		async (_, deviceNames) => {
			const { outputs, error, emulator } = await cancelOnce({ items: [{ deviceNames }] });
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toEqual([NOTHING]);
			expect(pairsOf(outputs[0])).toEqual([[0]]);
			expect(emulator.log).toEqual([]);
		},
	);

	it.each([
		['Preview Only', { previewOnly: true }],
		['One Item per Device', { options: { output: 'perDevice' } }],
		['Verify', { options: { verify: true } }],
		['items apart', { options: { combineItems: false } }],
		['Refuse More Than', { refuseMoreThan: 1 }],
	])(
		'given %s and nothing but empty lists, when it runs, then each input item has one item and nothing is sent',
		async (_, parameters) => {
			await onBench(engine, {}, async ({ emulator, run }) => {
				const items = [{ deviceNames: [] }, { deviceNames: [] }];
				const { outputs, error } = await run({ items, parameters });
				expect(error).toBeUndefined();
				expect(jsonOf(outputs[0])).toEqual([NOTHING, NOTHING]);
				expect(pairsOf(outputs[0])).toEqual([[0], [1]]);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it('given one between items that name devices, when they run, then those are cancelled and each item has its own', async () => {
		const { outputs, cancels } = await cancelOnce({
			items: [
				{ deviceNames: 'testDevice1' },
				{ deviceNames: [] },
				{ deviceNames: ['testDevice2'] },
			],
		});
		expect(jsonOf(outputs[0])).toEqual([ANSWER, NOTHING, ANSWER]);
		expect(pairsOf(outputs[0])).toEqual([[0], [1], [2]]);
		expect(cancels()).toHaveLength(1);
	});

	it.each([
		['Preview Only', { previewOnly: true }],
		['One Item per Device', { options: { output: 'perDevice' } }],
	])(
		'given %s and one beside an item that names a device, when they run, then each has its item',
		async (_, parameters) => {
			const { outputs } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }, { deviceNames: [] }],
				parameters,
			});
			expect(jsonOf(outputs[0])).toEqual([
				NOTHING,
				expect.objectContaining({ deviceName: 'testDevice1' }),
			]);
			expect(pairsOf(outputs[0])).toEqual([[1], [0]]);
		},
	);

	it.each([
		['absent', {}],
		['null', { deviceNames: null }],
		['blank', { deviceNames: ' ' }],
		['an empty object', { deviceNames: {} }],
		['a list with an empty name', { deviceNames: [''] }],
		['an object with an empty list', { deviceNames: { deviceNames: [] } }],
	] as ReadonlyArray<[string, IDataObject]>)(
		'given names that are %s, when it runs, then the field is refused as before',
		async (_, json) => {
			const { error, emulator } = await cancelOnce({ items: [json] });
			expect(error?.message).toMatch(/^Device Names .* \[item 0\]$/);
			expect(emulator.log).toEqual([]);
		},
	);

	it('given [] that a user typed, when it runs, then the field is refused', async () => {
		const { error, emulator } = await cancelOnce({
			items: [{}],
			parameters: { deviceNames: '[]' },
		});
		expect(error?.message).toBe('Device Names names no device [item 0]');
		expect(emulator.log).toEqual([]);
	});

	it.each([
		['otaTask', 'getManyByJob', { jobId: byId(DEMO.jobId), filters: { deviceNames: '={{ [] }}' } }],
		[
			'device',
			'getStatus',
			{ deviceBy: 'name', productKey: byId(DEMO.productKey), deviceName: '={{ [] }}' },
		],
		[
			'device',
			'getMany',
			{ which: 'named', productKey: byId(DEMO.productKey), deviceName: '={{ [] }}' },
		],
	])(
		'given %s %s, where it would widen what is read, when it runs, then it stays refused',
		async (resource, operation, parameters) => {
			const { error, emulator } = await runOnce({ resource, operation, parameters });
			expect(error?.message).toContain('Device Names');
			expect(emulator.log).toEqual([]);
		},
	);
});
