import type { ActionCall } from '../../../platform/client/callAction';
import type { FailureRule } from '../../../platform/watching/judge';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import { setDeviceStatus } from '../../emulator/fleet/presence';
import type { DeviceStatus } from '../../emulator/fleet/records';
import { FleetPlatform, refused } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

const MINUTE = 60_000;
const NOW = Date.parse('2024-11-19T12:00:00Z');
const OFFLINE_RULE: FailureRule = { ...RULE, offlineAfter: 30 };

/** Lets the devices at these places be in a state for so many minutes. */
function setTo(
	fleet: Fleet,
	places: readonly number[],
	status: DeviceStatus,
	minutes: number,
): void {
	for (const place of places) {
		const device = { productKey: DEMO.productKey, deviceName: `testDevice${place + 1}` };
		setDeviceStatus(fleet, device, status, NOW - minutes * MINUTE);
	}
}

const range = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => from + index);

function watching(fleet: Fleet, rule = OFFLINE_RULE) {
	const platform = new FleetPlatform(fleet);
	let time = NOW;
	const watch = watchOf({ event: { kind: 'jobGoesWrong', rule }, tellExisting: true });
	const watcher = new Watcher(watch, platform, () => time);
	const pass = (minutes: number) => (time += minutes * MINUTE);
	const asked = () => platform.calls.filter(({ action }) => action === 'BatchGetDeviceState');
	return { platform, watcher, pass, asked };
}

/** 100 devices succeeded days ago, and one waits. */
const succeeded = () =>
	buildFleet({ devices: 101, status: (index) => (index < 100 ? 'SUCCEEDED' : 'QUEUED') });

describe('given 100 devices that succeeded, when offline ones count after 30 minutes', () => {
	it.each<[string, DeviceStatus, number, number]>([
		['are offline for 31 minutes', 'OFFLINE', 31, 1],
		['are offline for 30 minutes', 'OFFLINE', 30, 0],
		['are online', 'ONLINE', 600, 0],
		['were never activated', 'UNACTIVE', 600, 0],
		['are disabled', 'DISABLE', 600, 0],
	])('and 5 of them %s, then the job goes wrong or not', async (_, status, minutes, events) => {
		const fleet = succeeded();
		setTo(fleet, range(0, 5), status, minutes);
		const { watcher } = watching(fleet);
		const polled = await watcher.poll();
		expect(polled.events).toHaveLength(events);
		expect(polled.fault).toBeUndefined();
	});

	it('and 5 of them are, then the event names each with the time, and how many were looked at', async () => {
		const fleet = succeeded();
		setTo(fleet, range(0, 5), 'OFFLINE', 45);
		const { events } = await watching(fleet).watcher.poll();
		expect(events).toMatchObject([{ failures: 5, sample: 100, failureRate: 5 }]);
		const [event] = events;
		expect(event?.event === 'jobGoesWrong' && event.failedDevices[0]).toEqual({
			deviceName: 'testDevice1',
			taskStatus: 'SUCCEEDED',
			reason: 'Offline since 2024-11-19T11:15:00.000Z',
			progress: '0',
		});
		expect(event?.event === 'jobGoesWrong' && event.message).toContain(
			'5 of 100 devices that were judged count as failed (5 %). Offline are 5 of the 100 devices that were looked at',
		);
	});

	it('and devices have finished a moment ago, then they are not asked for, and count as succeeded', async () => {
		const fleet = succeeded();
		fleet.setClock(() => NOW - 10 * MINUTE);
		for (const place of range(0, 60)) fleet.setStatus(`testDevice${place + 1}`, 'SUCCEEDED');
		setTo(fleet, range(0, 4), 'OFFLINE', 600);
		setTo(fleet, range(60, 64), 'OFFLINE', 600);
		const { watcher, asked } = watching(fleet, { ...OFFLINE_RULE, threshold: 4 });
		expect((await watcher.poll()).events).toMatchObject([{ failures: 4, sample: 100 }]);
		expect(asked()).toHaveLength(1);
	});

	it.each([
		['knows only one of them any more', 'testDevice99', undefined],
		['tells of none of them', 'unknown', { kind: 'incomplete', read: 0, total: 100 }],
	])('and the platform %s, then the others are not offline', async (_, deviceName, fault) => {
		const fleet = succeeded();
		setTo(fleet, range(0, 5), 'OFFLINE', 600);
		const { call } = new FleetPlatform(fleet);
		const known = fleet.device(DEMO.productKey, deviceName)?.iotId ?? 'unknown';
		const forgetful = async (asked: ActionCall) =>
			asked.action === 'BatchGetDeviceState'
				? await call({ ...asked, parameters: { IotId: [known] } })
				: await call(asked);
		const watch = watchOf({
			event: { kind: 'jobGoesWrong', rule: OFFLINE_RULE },
			tellExisting: true,
		});
		const polled = await new Watcher(watch, { call: forgetful }, () => NOW).poll();
		expect(polled.events).toEqual([]);
		expect(polled.fault).toEqual(fault);
	});
});

describe('given devices that hang in the update', () => {
	const hanging = () => {
		const fleet = buildFleet({
			devices: 100,
			status: (index) => (index < 90 ? 'SUCCEEDED' : 'IN_PROGRESS'),
		});
		fleet.setClock(() => NOW - 40 * MINUTE);
		for (const place of range(90, 100)) fleet.setStatus(`testDevice${place + 1}`, 'IN_PROGRESS');
		setTo(fleet, range(90, 96), 'OFFLINE', 35);
		return fleet;
	};

	it('when they are offline and not yet stuck, then they count, each once', async () => {
		const rule = { ...OFFLINE_RULE, stuckAfter: 60 };
		const { watcher } = watching(hanging(), rule);
		const { events } = await watcher.poll();
		expect(events).toMatchObject([{ failures: 6, sample: 96 }]);
		expect(events[0]?.event === 'jobGoesWrong' && events[0].failedDevices).toHaveLength(6);
	});

	it('when they are stuck as well, then nobody asks whether they are offline', async () => {
		const { watcher, asked } = watching(hanging(), { ...OFFLINE_RULE, stuckAfter: 39 });
		expect((await watcher.poll()).events).toMatchObject([{ failures: 10, sample: 100 }]);
		expect(asked()).toHaveLength(2);
	});
});

describe('given more devices than are looked at', () => {
	it('when 5 % are offline, wherever they stand in the list, then their share stands for all', async () => {
		const fleet = buildFleet({ devices: 4_000, status: 'SUCCEEDED' });
		buildFleet({ devices: 1, name: () => 'waiting', into: fleet });
		const places = range(0, 4_000).filter((place) => place % 20 === 7);
		setTo(fleet, places, 'OFFLINE', 600);
		const { watcher, asked } = watching(fleet, { ...OFFLINE_RULE, failureCount: 200 });
		const { events } = await watcher.poll();
		expect(events).toMatchObject([{ failures: 200, sample: 4_000, failureRate: 5 }]);
		expect(asked()).toHaveLength(16);
		expect(events[0]?.event === 'jobGoesWrong' && events[0].failedDevices).toHaveLength(40);
	});
});

describe('given a job whose devices all finish at once', () => {
	it('when they go offline after its end, then it is told, and once all is over never looked at again', async () => {
		const fleet = buildFleet({ devices: 100 });
		const { watcher, platform, pass } = watching(fleet);
		await watcher.poll();
		fleet.setClock(() => NOW + MINUTE);
		for (const { deviceName } of fleet.tasks) fleet.setStatus(deviceName, 'SUCCEEDED');
		pass(2);
		expect((await watcher.poll()).events).toEqual([]);
		setTo(fleet, range(0, 5), 'OFFLINE', -3);
		pass(32);
		expect((await watcher.poll()).events).toMatchObject([{ jobStatus: 'COMPLETED', failures: 5 }]);
		pass(61);
		await watcher.poll();
		platform.calls.length = 0;
		await watcher.poll();
		expect(platform.calls).toHaveLength(1);
	});
});

describe('given a platform that does not tell the states of devices', () => {
	it('when a job is bad without them, then it is told all the same', async () => {
		const fleet = buildFleet({
			devices: 101,
			status: (index) => (index < 10 ? 'FAILED' : index < 100 ? 'SUCCEEDED' : 'QUEUED'),
		});
		const { watcher, platform } = watching(fleet);
		platform.setFaults((call) =>
			platform.calls[call - 1]?.action === 'BatchGetDeviceState'
				? refused('Forbidden.RAM')
				: undefined,
		);
		expect((await watcher.poll()).events).toMatchObject([{ failures: 10, sample: 100 }]);
	});

	it('when a job is well without them, then the fault is told', async () => {
		const { watcher, platform } = watching(succeeded());
		platform.setFaults((call) =>
			platform.calls[call - 1]?.action === 'BatchGetDeviceState'
				? refused('Forbidden.RAM')
				: undefined,
		);
		expect(await watcher.poll()).toMatchObject({ events: [], fault: { code: 'Forbidden.RAM' } });
	});
});

describe('given more jobs than are looked at in a poll', () => {
	it('when it polls again and again, then all have their turn', async () => {
		const fleet = succeeded();
		for (let job = 2; job <= 12; job++) {
			const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId });
			const name = (index: number) => `job${job}-${index}`;
			buildFleet({ devices: 100, jobId, status: 'SUCCEEDED', name, into: fleet });
			buildFleet({ devices: 1, jobId, name: () => `job${job}-waiting`, into: fleet });
			for (const place of range(0, 10)) {
				const device = { productKey: DEMO.productKey, deviceName: name(place) };
				setDeviceStatus(fleet, device, 'OFFLINE', NOW - 60 * MINUTE);
			}
		}
		const { watcher, pass } = watching(fleet);
		const told: number[] = [];
		for (let polls = 0; polls < 4; polls++) {
			pass(1);
			told.push((await watcher.poll()).events.length);
		}
		expect(told).toEqual([4, 5, 2, 0]);
	});
});
