import { cancelDevices } from '../../../platform/cancellation/cancel';
import { layOut } from '../../../platform/cancellation/plan';
import type { CallAction } from '../../../platform/client/callAction';
import { DEMO } from '../../emulator/fleet/fleets';
import { mixedFleet } from '../../emulator/fleet/mixedFleet';
import { FakeTime } from '../../support/fakeTime';
import { FleetPlatform } from '../../support/fleetPlatform';

const FEW = 10_000;
const MANY = 100_000;
const MIX = { finished: 0.3, installing: 0, unknown: 0 };
const MOST_REQUESTS = 2_700;
/** Where a run that asks ever more ends: what it asks takes the test minutes. */
const FAR_TOO_MANY = 2 * MOST_REQUESTS;
/** What the names may add to a GET of this package, about. */
const BYTES_FOR_NAMES = 7_000;
const EPOCH = Date.UTC(2024, 10, 19);

/** How a roll-out was stopped of which 30 % had finished. */
interface Stopped {
	/** Of all actions. */
	readonly requests: number;
	readonly cancelledOnPlatform: number;
	/** How many devices have which outcome. */
	readonly outcomes: Readonly<Record<string, number>>;
}

async function stopRollout(devices: number, jobId: string): Promise<Stopped> {
	const { fleet, names } = mixedFleet(devices, MIX);
	const time = new FakeTime();
	const platformNow = () => EPOCH + time.now();
	fleet.setClock(platformNow);
	const platform = new FleetPlatform(fleet, { now: platformNow });
	const plan = layOut([{ ...DEMO, jobId, item: 0, deviceNames: names }], {
		combine: true,
		devicesPerRequest: 200,
		bytesForNames: () => BYTES_FOR_NAMES,
	});
	const call: CallAction = async (asked) => {
		if (platform.calls.length < FAR_TOO_MANY) return await platform.call(asked);
		throw new Error(`${devices} devices take more than ${FAR_TOO_MANY} requests`);
	};
	const { now, sleep, stopped } = time;
	const tools = { now, sleep, stopped, platformNow, call };
	const { reports } = await time.run(cancelDevices(plan, 0, tools));
	const outcomes: Record<string, number> = {};
	for (const { outcome } of reports) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
	return {
		requests: platform.calls.length,
		cancelledOnPlatform: fleet.countByStatus().CANCELED,
		outcomes,
	};
}

describe.each([
	['a job', DEMO.jobId],
	['no job', ''],
])(
	'given 100,000 devices of which 30 %% have finished, and %s, when they are cancelled',
	(_, jobId) => {
		let few: Stopped;
		let many: Stopped;
		beforeAll(async () => {
			few = await stopRollout(FEW, jobId);
			many = await stopRollout(MANY, jobId);
		});

		it('then all others are, and each has its outcome', () => {
			expect(many.cancelledOnPlatform).toBe(70_000);
			const { accepted = 0, cancelled = 0, nothingToCancel, ...others } = many.outcomes;
			expect(accepted + cancelled).toBe(70_000);
			expect(nothingToCancel).toBe(30_000);
			expect(others).toEqual({});
		});

		it('then it takes at most 2,700 requests of all actions', () => {
			expect(many.requests).toBeLessThanOrEqual(MOST_REQUESTS);
		});

		it('then it takes at most 11 times as many requests as for 10,000', () => {
			expect(many.requests).toBeLessThanOrEqual(11 * few.requests);
		});
	},
);
