import fc from 'fast-check';
import { EMULATOR_ACCESS_KEY_SECRET } from '../../emulator/emulator';
import { secondSignature } from '../../support/secondSigner';
import type { CancelScope } from '../../../platform/cancellation/plan';
import { CANCELLABLE, keyOf } from './modelPlatform';
import { play } from './play';
import type { Played } from './play';
import { anyScene, passingScene } from './scenes';
import type { Scene } from './scenes';

const reportsOf = ({ cancellation }: Played) =>
	cancellation.reports.map((report) => ({
		...report,
		request: report.result.request,
		key: keyOf(report.result.request, report.deviceName),
	}));

const RUNS = { numRuns: 200 };

describe('cancelling, whatever befalls', () => {
	it('given any fleet and mishaps, when devices are cancelled, then nothing is claimed that the platform did not do', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const played = await play(scene);
				for (const report of reportsOf(played)) expectTruth(report, played, scene);
			}),
			RUNS,
		);
	});

	it('given any fleet and mishaps, when devices are cancelled, then each is told of once and none is invented', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const told = reportsOf(await play(scene)).map(({ key }) => key);
				const asked = scene.targets.map(
					(target) => new Set(target.deviceNames.map((name) => keyOf(target, name))),
				);
				const expected = asked.flatMap((keys) => [...keys]);
				const wanted = scene.combine ? [...new Set(expected)] : expected;
				expect([...told].sort()).toEqual([...wanted].sort());
			}),
			RUNS,
		);
	});

	it('given any mishaps, when attempts are repeated, then each has a nonce of its own and a right signature', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const { requests } = await play(scene);
				const nonces = requests.map(({ parameters }) => parameters.SignatureNonce);
				expect(new Set(nonces).size).toBe(nonces.length);
				for (const { method, parameters } of requests) {
					const { Signature: signature, ...signed } = parameters;
					expect(signature).toBe(secondSignature(method, signed, EMULATOR_ACCESS_KEY_SECRET));
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('given any mishaps, when requests are repeated and halved, then they stay few, five at once and within the rate', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const played = await play(scene);
				const { requests, plan } = played;
				// A list of n devices falls apart into 2n - 1 requests at the most.
				const most = plan.requests.reduce(
					(sum, { deviceNames }) => sum + 2 * deviceNames.length - 1,
					0,
				);
				expect(played.cancelCalls).toBeLessThanOrEqual(most);
				const cancels = requests.filter(({ action }) => action === 'CancelOTATaskByDevice');
				expect(cancels.length).toBeLessThanOrEqual(most * (scene.maxAttempts + 1));
				expect(played.mostInFlight).toBeLessThanOrEqual(5);
				expectPace(played, scene.requestsPerSecond);
			}),
			RUNS,
		);
	});

	it('given mishaps that pass, when devices are cancelled, then all that can be cancelled are', async () => {
		await fc.assert(
			fc.asyncProperty(passingScene, async (scene) => {
				const played = await play(scene);
				const good = new Set(
					reportsOf(played)
						.filter(({ outcome }) => outcome === 'accepted' || outcome === 'cancelled')
						.map(({ key }) => key),
				);
				for (const { request, deviceName, key } of reportsOf(played)) {
					if (canBeCancelled(scene, request, deviceName) && isAlone(scene, request)) {
						expect([key, good.has(key)]).toEqual([key, true]);
					}
				}
			}),
			RUNS,
		);
	});
});

/** Whether a device has a task to cancel when the run begins, and is not installing for another job. */
function canBeCancelled(scene: Scene, scope: CancelScope, deviceName: string): boolean {
	const states = scene.tasks
		.filter(
			(task) =>
				task.deviceName === deviceName &&
				task.productKey === scope.productKey &&
				task.firmwareId === scope.firmwareId &&
				[task.jobId, ''].includes(scope.jobId),
		)
		.map(({ status }) => status);
	return !states.includes('IN_PROGRESS') && states.some((status) => CANCELLABLE.includes(status));
}

/** Whether no other scope means the same tasks, so that no other request can cancel them first. */
function isAlone(scene: Scene, { firmwareId, jobId }: { firmwareId: string; jobId: string }) {
	return scene.targets.every((other) => other.firmwareId !== firmwareId || other.jobId === jobId);
}

function expectTruth(
	report: ReturnType<typeof reportsOf>[number],
	{ model }: Played,
	scene: Scene,
) {
	const { outcome, key, request, deviceName } = report;
	const tasks = model.tasksOf(request, deviceName);
	// Without combining, another item may have asked for the same; partly, a refused request may have done it.
	const untouched = () => !scene.combine || scene.partial || !model.taken.has(key);
	const truth = {
		accepted: () => model.taken.has(key),
		cancelled: () =>
			!model.isUnfinished(request, deviceName) &&
			(model.taken.has(key) || tasks.some(({ status }) => status === 'CANCELED')),
		notFound: () => !model.knows(request.productKey, deviceName),
		nothingToCancel: untouched,
		notCancellable: () => untouched() || model.isUnfinished(request, deviceName),
		failed: untouched,
		skipped: untouched,
		unknown: () => true,
	} satisfies Record<typeof outcome, () => boolean>;
	expect([key, outcome, truth[outcome]()]).toEqual([key, outcome, true]);
}

function expectPace({ requests }: Played, requestsPerSecond: number) {
	for (const action of new Set(requests.map((request) => request.action))) {
		const starts = requests.filter((request) => request.action === action).map(({ at }) => at);
		for (const [index, start] of starts.entries()) {
			const next = starts[index + requestsPerSecond];
			if (next !== undefined) expect(next - start).toBeGreaterThanOrEqual(1000);
		}
	}
}
