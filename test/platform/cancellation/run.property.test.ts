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
	// Playing takes the time, so that all that has to be true of any scene is looked at in each.
	it('given any fleet and mishaps, when devices are cancelled, then each is told of once and truly, and requests stay few', async () => {
		await fc.assert(
			fc.asyncProperty(anyScene, async (scene) => {
				const played = await play(scene);
				const reports = reportsOf(played);
				expect(reports.filter((report) => !isTrue(report, played, scene))).toEqual([]);
				expect(reports.filter((report) => !tellsWhatIsUnseen(report, scene))).toEqual([]);
				expect(reports.map(({ key }) => key).sort()).toEqual(keysToTell(scene).sort());
				expectFew(played, scene);
				expectPace(played, scene.requestsPerSecond);
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

	it('given mishaps that pass, when devices are cancelled, then none is left that the platform would have taken', async () => {
		await fc.assert(
			fc.asyncProperty(passingScene, async (scene) => {
				const played = await play(scene);
				expect(reportsOf(played).filter((report) => isLeft(report, played))).toEqual([]);
			}),
			RUNS,
		);
	});

	it('given a user who stops the workflow, when devices are left, then they are told as not sent or as not answered', async () => {
		await fc.assert(
			fc.asyncProperty(stoppedScene, async (scene) => {
				const played = await play(scene);
				const left = reportsOf(played).filter((report) => isLeft(report, played));
				const told = new Set(left.map(({ outcome }) => outcome));
				expect([...told].filter((outcome) => !UNSURE.has(outcome))).toEqual([]);
			}),
			RUNS,
		);
	});
});

type Report = ReturnType<typeof reportsOf>[number];

/** Whether nothing is claimed that the platform did not do. */
function isTrue(report: Report, { model }: Played, scene: Scene): boolean {
	const { outcome, key, request, deviceName } = report;
	// Without combining, another item may have asked for the same; partly, a refused request may have done it.
	const untouched = () => !scene.combine || scene.habits.partial || !model.taken.has(key);
	const truth = {
		accepted: () => model.taken.has(key),
		cancelled: () =>
			!model.isUnfinished(request, deviceName) &&
			model
				.tasksOf(request, deviceName)
				.some(({ status, wasCancelled }) => status === 'CANCELED' && wasCancelled),
		notFound: () => !model.knows(request.productKey, deviceName),
		nothingToCancel: untouched,
		notCancellable: () => untouched() || model.isUnfinished(request, deviceName),
		failed: untouched,
		skipped: untouched,
		unknown: () => true,
	} satisfies Record<typeof outcome, () => unknown>;
	return Boolean(truth[outcome]());
}

/** Whether a device that is still accepted after Verify is told as unseen for so long, and no other. */
function tellsWhatIsUnseen({ outcome, unseenFor }: Report, { verifyFor }: Scene): boolean {
	return unseenFor === (outcome === 'accepted' && verifyFor > 0 ? verifyFor : undefined);
}

/** The keys of all devices that are asked for, each as often as it has to be told of. */
function keysToTell({ targets, combine }: Scene): string[] {
	const asked = targets.flatMap((target) => [
		...new Set(target.deviceNames.map((name) => keyOf(target, name))),
	]);
	return combine ? [...new Set(asked)] : asked;
}

/** Whether the platform would take the cancel of a device, and was not asked to. */
function isLeft({ request, deviceName }: Report, { model }: Played): boolean {
	return model.takesAlone(request, deviceName) && !model.wasTaken(request, deviceName);
}

/** Outcomes of a device for which nobody knows whether a request has reached the platform, or none has. */
const UNSURE: ReadonlySet<string> = new Set(['skipped', 'unknown']);

function expectFew({ requests, plan, cancelCalls, mostInFlight }: Played, { maxAttempts }: Scene) {
	// A refused part loses a name to a look-up or falls in two: 2n - 1 requests for n names at the most,
	// and six for each of two codes that do not tell their cause.
	const most = plan.requests.reduce((sum, { devices }) => sum + 2 * devices.length - 1, 12);
	expect(cancelCalls).toBeLessThanOrEqual(most);
	const cancels = requests.filter(({ action }) => action === 'CancelOTATaskByDevice');
	// Throttling and refused times, up to six in a row here, come on top of the attempts.
	expect(cancels.length).toBeLessThanOrEqual(most * (maxAttempts + 6));
	// Five cancels and five look-ups.
	expect(mostInFlight).toBeLessThanOrEqual(10);
}

/** No more than the rate leave within any second. */
function expectPace({ requests }: Played, requestsPerSecond: number) {
	for (const action of new Set(requests.map((request) => request.action))) {
		const starts = requests.filter((request) => request.action === action).map(({ at }) => at);
		const spans = starts.slice(requestsPerSecond).map((at, index) => at - (starts[index] ?? at));
		expect(Math.min(1000, ...spans)).toBe(1000);
	}
}
