import fc from 'fast-check';
import { EMULATOR_ACCESS_KEY_SECRET } from '../../emulator/emulator';
import { secondSignature } from '../../support/secondSigner';
import { keyOf } from './modelPlatform';
import { play } from './play';
import type { Played } from './play';
import { anyScene, passingScene, stoppedScene } from './scenes';
import type { Scene } from './scenes';

const reportsOf = ({ cancellation }: Played) =>
	cancellation.reports.map((report) => ({
		...report,
		request: report.result.request,
		key: keyOf(report.result.request, report.deviceName),
	}));

const RUNS = { numRuns: 300 };

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

	it('given any fleet and mishaps, when devices are verified, then those still accepted are told as unseen for so long, and no others', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				for (const { outcome, unseenFor } of reportsOf(await play(scene))) {
					const isUnseen = outcome === 'accepted' && scene.verifyFor > 0;
					expect(unseenFor).toBe(isUnseen ? scene.verifyFor : undefined);
				}
			}),
			{ numRuns: 100 },
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

	it('given any mishaps, when requests are repeated and halved, then they stay few, few at once and within the rate', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const played = await play(scene);
				const { requests, plan } = played;
				// A refused part loses a name to a look-up or falls in two: 2n - 1 requests for n names at the most,
				// and six for each of two codes that do not tell their cause.
				const most = plan.requests.reduce((sum, { devices }) => sum + 2 * devices.length - 1, 12);
				expect(played.cancelCalls).toBeLessThanOrEqual(most);
				const cancels = requests.filter(({ action }) => action === 'CancelOTATaskByDevice');
				// Throttling and refused times, up to six in a row here, come on top of the attempts.
				expect(cancels.length).toBeLessThanOrEqual(most * (scene.maxAttempts + 6));
				// Five cancels and five look-ups.
				expect(played.mostInFlight).toBeLessThanOrEqual(10);
				expectPace(played, scene.requestsPerSecond);
			}),
			RUNS,
		);
	});

	it('given mishaps that pass, when devices are cancelled, then none is left that the platform would have taken', async () => {
		await fc.assert(
			fc.asyncProperty(passingScene, async (scene) => {
				const played = await play(scene);
				const { model } = played;
				for (const { request, deviceName, key, outcome } of reportsOf(played)) {
					const isLeft =
						model.takesAlone(request, deviceName) && !model.wasTaken(request, deviceName);
					expect([key, outcome, isLeft]).toEqual([key, outcome, false]);
				}
			}),
			RUNS,
		);
	});

	it('given a user who stops the workflow, when devices are left, then they are told as not sent or as not answered', async () => {
		await fc.assert(
			fc.asyncProperty(stoppedScene, async (scene) => {
				const played = await play(scene);
				const { model } = played;
				for (const { request, deviceName, outcome } of reportsOf(played)) {
					if (!model.takesAlone(request, deviceName) || model.wasTaken(request, deviceName))
						continue;
					expect(['skipped', 'unknown']).toContain(outcome);
				}
			}),
			RUNS,
		);
	});
});

function expectTruth(
	report: ReturnType<typeof reportsOf>[number],
	{ model }: Played,
	scene: Scene,
) {
	const { outcome, key, request, deviceName } = report;
	const tasks = model.tasksOf(request, deviceName);
	// Without combining, another item may have asked for the same; partly, a refused request may have done it.
	const untouched = () => !scene.combine || scene.habits.partial || !model.taken.has(key);
	const truth = {
		accepted: () => model.taken.has(key),
		cancelled: () =>
			!model.isUnfinished(request, deviceName) &&
			tasks.some(({ status, wasCancelled }) => status === 'CANCELED' && wasCancelled),
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
