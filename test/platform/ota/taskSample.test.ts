import { sampleTasksOfJob } from '../../../platform/ota/tasks';
import type { TaskList } from '../../../platform/ota/tasks';
import type { EmulatorOptions } from '../../emulator/options';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { FleetPlatform, RESET } from '../../support/fleetPlatform';

/** Reads four pages at most of so many tasks that have succeeded. */
async function sampleOf(count: number, options: EmulatorOptions = {}) {
	const fleet = buildFleet({ devices: count, status: 'SUCCEEDED' });
	const platform = new FleetPlatform(fleet, options);
	const wanted = { count, pages: 4 };
	const read = await sampleTasksOfJob(DEMO.jobId, 'SUCCEEDED', wanted, platform.call);
	if (!read.ok) throw new Error('The list could not be read');
	return { list: read.value, platform };
}

const placesIn = ({ tasks }: TaskList) =>
	tasks.map(({ deviceName }) => Number(deviceName.replace('testDevice', '')));

describe('given tasks of one state', () => {
	it('when they fit on the pages, then all are read', async () => {
		const { list, platform } = await sampleOf(400);
		expect(list.tasks).toHaveLength(400);
		expect(list.tasks[0]?.iotId).toMatch(/^ca460d99/);
		expect(platform.calls).toHaveLength(4);
	});

	it('when they do not fit, then as many pages are read, spread evenly over the list', async () => {
		const { list, platform } = await sampleOf(4_000);
		expect(platform.calls.map(({ parameters }) => parameters.CurrentPage)).toEqual([1, 11, 21, 31]);
		expect(list.shortfall).toBeUndefined();
		const mean = placesIn(list).reduce((sum, place) => sum + place, 0) / 400;
		expect(mean).toBeGreaterThan(1_400);
		expect(mean).toBeLessThan(2_600);
	});

	it('when the list moves meanwhile, then each task is there once and nothing is short', async () => {
		const { list } = await sampleOf(500, { pages: 'shrinking' });
		expect(new Set(placesIn(list)).size).toBe(list.tasks.length);
		expect(list.shortfall).toBeUndefined();
	});

	it('when pages come empty, then it says how many are missing', async () => {
		const { list } = await sampleOf(4_000, { pages: 'cut' });
		expect(list.shortfall).toEqual({ kind: 'incomplete', read: 100, total: 400 });
	});

	it('when the platform cannot be reached, then the fault is handed on', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 1 }));
		platform.setFaults((call) => (call === 2 ? RESET : undefined));
		const wanted = { count: 4_000, pages: 4 };
		const read = await sampleTasksOfJob(DEMO.jobId, 'QUEUED', wanted, platform.call);
		expect(read).toEqual({ ok: false, fault: RESET });
	});
});
