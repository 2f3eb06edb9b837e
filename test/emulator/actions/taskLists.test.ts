import { buildFleet, DEMO } from '../fleet/fleets';
import { call, codeOf, withEmulator } from '../testing';
import type { Emulator } from '../emulator';

const { productKey: ProductKey, firmwareId: FirmwareId, jobId: JobId } = DEMO;
const DEVICE = { ProductKey, FirmwareId, DeviceName: ['testDevice1'] };

/** The states that the list of a job shows, by device name. */
async function statesIn(emulator: Emulator): Promise<Record<string, string>> {
	const answer = await call(emulator, 'ListOTATaskByJob', {
		JobId,
		DeviceNames: ['testDevice1'],
	});
	const found = JSON.stringify(answer).matchAll(/"deviceName":"(\w+)".*?"taskStatus":"(\w+)"/g);
	return Object.fromEntries(Array.from(found, ([, name = '', state = '']) => [name, state]));
}

describe('given lists of tasks that lag behind', () => {
	it('when a task is cancelled, then a list shows it only later, while a second cancel is refused', async () => {
		const clock = { now: Date.now() };
		const options = { fleet: buildFleet({ devices: 1 }), listLag: 3_000, now: () => clock.now };
		await withEmulator(options, async (emulator) => {
			expect(await codeOf(emulator, 'CancelOTATaskByDevice', DEVICE)).toBe('');
			clock.now += 2_999;
			expect(await statesIn(emulator)).toEqual({ testDevice1: 'QUEUED' });
			expect(await codeOf(emulator, 'CancelOTATaskByDevice', DEVICE)).toBe(
				'iot.firmware.IncorrectDeviceUpgradeJobStatus',
			);
			const unfinished = { ProductKey, DeviceName: 'testDevice1' };
			const ofDevice = async () =>
				JSON.stringify(await call(emulator, 'ListOTAUnfinishedTaskByDevice', unfinished));
			expect(await ofDevice()).toContain('QUEUED');
			clock.now++;
			expect(await statesIn(emulator)).toEqual({ testDevice1: 'CANCELED' });
			expect(await ofDevice()).not.toContain('taskStatus');
		});
	});
});

describe('given a list of tasks that ignores names', () => {
	it('when one device is asked for, then all of the job are shown', () =>
		withEmulator({ fleet: buildFleet({ devices: 3 }), ignoresNames: true }, async (emulator) => {
			expect(Object.keys(await statesIn(emulator))).toHaveLength(3);
		}));
});
