import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { FleetPlatform, refused, RESET } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

function watching({
	stuckAfter = 0,
	timeoutInMinutes,
}: { stuckAfter?: number; timeoutInMinutes?: number } = {}) {
	const fleet = buildFleet({ devices: 0, firmwareId: '169', jobId: 'elsewhere' });
	fleet.addPackage({ firmwareId: DEMO.firmwareId, productKey: DEMO.productKey });
	fleet.addJob({ jobId: DEMO.jobId, firmwareId: DEMO.firmwareId, timeoutInMinutes });
	buildFleet({ devices: 10, into: fleet });
	const platform = new FleetPlatform(fleet);
	const event = { kind: 'jobGoesWrong', rule: { ...RULE, stuckAfter } } as const;
	const asked = () => platform.calls.filter(({ action }) => action === 'QueryOTAJob').length;
	return { fleet, platform, asked, watcher: new Watcher(watchOf({ event }), platform) };
}

const WARNED = [expect.stringContaining(`Job ${DEMO.jobId} has no timeout`)];

describe('given a job in which stuck tasks do not count', () => {
	it('when it has no timeout, then a note says so once, also after a restart, and it is asked once', async () => {
		const { watcher, asked } = watching();
		expect((await watcher.poll()).notes).toEqual(WARNED);
		expect((await watcher.poll()).notes).toEqual([]);
		watcher.restart();
		expect((await watcher.poll()).notes).toEqual([]);
		expect(asked()).toBe(1);
	});

	it('when a job is created later, then it is named too', async () => {
		const { watcher, fleet, asked } = watching({ timeoutInMinutes: 60 });
		expect((await watcher.poll()).notes).toEqual([]);
		const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId });
		expect((await watcher.poll()).notes).toEqual([expect.stringContaining(jobId)]);
		expect(asked()).toBe(2);
	});

	it.each([
		['the platform refuses to tell', refused('Forbidden.RAM'), []],
		['the connection breaks', RESET, WARNED],
	])(
		'when %s, then that is no fault of the poll, and it is asked again only where that can help',
		async (_, fault, notes) => {
			const { watcher, platform } = watching();
			platform.setFaults((call) => (call === 4 ? fault : undefined));
			expect(await watcher.poll()).toMatchObject({ notes: [], fault: undefined });
			expect((await watcher.poll()).notes).toEqual(notes);
		},
	);
});

describe('given a job in which stuck tasks count', () => {
	it('when it has no timeout, then nobody asks', async () => {
		const { watcher, asked } = watching({ stuckAfter: 60 });
		expect((await watcher.poll()).notes).toEqual([]);
		expect(asked()).toBe(0);
	});
});
