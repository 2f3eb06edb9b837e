import type { Mishaps } from './mishaps';
import { AFTER, BEFORE } from './mishaps';
import { play } from './play';
import { PLAIN } from './scenes';
import type { Scene } from './scenes';

const JOB = { productKey: 'k1', firmwareId: '1', jobId: '11' };

/** Devices that wait for their update, cancelled on a platform that answers at once. */
function waiting(count: number, changes: Partial<Scene>): Scene {
	const names = Array.from({ length: count }, (_, index) => `device${index}`);
	return {
		devices: { k1: names },
		tasks: names.map((deviceName) => ({ ...JOB, deviceName, status: 'QUEUED' })),
		targets: [{ ...JOB, deviceNames: names }],
		combine: true,
		devicesPerRequest: 200,
		maxAttempts: 2,
		requestsPerSecond: 10,
		method: 'GET',
		verifyFor: 0,
		habits: PLAIN,
		mishaps: [[]],
		travel: [0],
		stopAt: Number.POSITIVE_INFINITY,
		...changes,
	};
}

const outcomes = async (scene: Scene) =>
	(await play(scene)).cancellation.reports.map(({ outcome }) => outcome);

const CUT: Mishaps = [AFTER.cut];

describe('a cancel that was carried out without an answer', () => {
	it('given the next attempt gets no connection, when no more is allowed, then it is unknown, not refused', async () => {
		expect(await outcomes(waiting(2, { mishaps: [[AFTER.cut, BEFORE.unreached]] }))).toEqual([
			'unknown',
			'unknown',
		]);
	});

	it('given the next attempt is refused and the look-up fails, when reported, then it is unknown, not installing', async () => {
		const noLookUp: Mishaps = [BEFORE.unreached, BEFORE.unreached];
		expect(await outcomes(waiting(1, { mishaps: [CUT, noLookUp] }))).toEqual(['unknown']);
	});

	it('given the workflow is stopped while a request is halved, when reported, then the half not sent again is unknown', async () => {
		const scene = waiting(2, { mishaps: [CUT, []], travel: [1_000], stopAt: 5_000 });
		expect(await outcomes(scene)).toEqual(['unknown', 'unknown']);
	});

	it('given a single attempt, when it is verified, then it is cancelled', async () => {
		const scene = waiting(1, { maxAttempts: 1, mishaps: [CUT, []], verifyFor: 5_000 });
		expect(await outcomes(scene)).toEqual(['cancelled']);
	});

	it('given the task changes late, when it is verified, then the look-ups go on until it shows the cancel', async () => {
		const scene = waiting(1, {
			maxAttempts: 1,
			mishaps: [CUT, [], [], [], []],
			verifyFor: 10_000,
			habits: { ...PLAIN, cancelDelay: 2_500 },
		});
		expect(await outcomes(scene)).toEqual(['cancelled']);
	});
});

describe('devices of a refused request of which the platform cancelled a part', () => {
	const FINISHED = new Set(['device0', 'device1', 'device2']);

	/** Ten devices, three of them finished, on a platform whose lists lag behind. */
	function partly(lag: number, verifyFor: number, jobId: string): Scene {
		const scene = waiting(10, { verifyFor, habits: { ...PLAIN, partial: true, lag } });
		return {
			...scene,
			tasks: scene.tasks.map((task) =>
				FINISHED.has(task.deviceName) ? { ...task, status: 'SUCCEEDED' } : task,
			),
			targets: scene.targets.map((target) => ({ ...target, jobId })),
		};
	}

	const countsOf = async (scene: Scene) => {
		const counts: Record<string, number> = {};
		for (const outcome of await outcomes(scene)) counts[outcome] = (counts[outcome] ?? 0) + 1;
		return counts;
	};

	describe.each([
		{ named: 'a job', jobId: JOB.jobId },
		{ named: 'no job', jobId: '' },
	])('given $named', ({ jobId }) => {
		it.each([2_000, 6_000])(
			'given lists that lag by %i ms, when they are cancelled, then the look-ups go on until they show it',
			async (lag) => {
				expect(await countsOf(partly(lag, 0, jobId))).toEqual({ cancelled: 7, nothingToCancel: 3 });
			},
		);

		it('given lists that lag by a minute, when they are cancelled, then they are unknown, not failed', async () => {
			expect(await countsOf(partly(60_000, 0, jobId))).toEqual({ unknown: 7, nothingToCancel: 3 });
		});

		it('given lists that lag by a minute and time to verify, when they are cancelled, then they are cancelled once a list shows it', async () => {
			const counts = await countsOf(partly(60_000, 90_000, jobId));
			expect(counts).toEqual({ cancelled: 7, nothingToCancel: 3 });
		});
	});
});

describe('the requests that a bad device costs', () => {
	it.each([1, 2, 5])(
		'given %i unknown devices among 200, when they are cancelled, then about two in each halving are sent',
		async (bad) => {
			const scene = waiting(200, {});
			const known = (scene.devices.k1 ?? []).filter(
				(_, index) => index % 40 !== 7 || index >= bad * 40,
			);
			const { cancelCalls, cancellation } = await play({
				...scene,
				devices: { k1: known },
				tasks: scene.tasks.filter(({ deviceName }) => known.includes(deviceName)),
			});
			expect(cancelCalls).toBeLessThanOrEqual(1 + 2 * bad * Math.ceil(Math.log2(200)));
			const told = cancellation.reports.map(({ outcome }) => outcome);
			expect(told.filter((outcome) => outcome === 'accepted')).toHaveLength(200 - bad);
			expect(told.filter((outcome) => outcome === 'notFound')).toHaveLength(bad);
		},
	);
});
