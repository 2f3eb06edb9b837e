import { startEmulator } from '../emulator/emulator';
import type { Emulator } from '../emulator/emulator';
import { buildFleet, DEMO, namesOf } from '../emulator/fleet/fleets';
import type { Fleet } from '../emulator/fleet/fleet';
import { randomFrom } from '../emulator/random';
import type { Execution } from '../engine/engine';
import { engine } from '../engine/loaded';
import { startFront } from '../support/front';
import { credentialFor, jsonOf } from './bench';
import { cancelWorkflow } from './workflows';

const HOUR = 60 * 60_000;
const NEWER_JOB = '1836340779212660002';

/** Servers of one fleet behind one name, each with a clock of its own. */
interface Servers {
	readonly fleet: Fleet;
	/** How far each server's clock is ahead, ms. */
	readonly clocks: readonly number[];
	/** Place of the server that the n-th request goes to, counted from 1. */
	readonly choose: (n: number) => number;
	/** What the platform does meanwhile. */
	readonly onRequest?: (action: string | undefined) => void;
}

/** What came of an execution, and the codes that the servers answered with, in order. */
interface Ran extends Execution {
	readonly codes: readonly string[];
}

/** Cancels devices on servers behind one name. */
async function cancelOn(
	{ fleet, clocks, choose, onRequest }: Servers,
	deviceNames: readonly string[],
	options: Readonly<Record<string, string | number | boolean>>,
): Promise<Ran> {
	const codes: string[] = [];
	const emulators: Emulator[] = [];
	for (const clockOffset of clocks) {
		const emulator = await startEmulator({
			fleet,
			clockOffset,
			cancelDelay: onRequest ? HOUR : 0,
			onRequest: ({ code }) => void codes.push(code),
			faults: ({ action }) => void onRequest?.(action),
		});
		emulators.push(emulator);
	}
	const front = await startFront((n) => emulators[choose(n)]?.port ?? 0);
	try {
		const [first] = emulators;
		const execution = await engine.run(
			cancelWorkflow({
				parameters: { options: { output: 'perDevice', requestsPerSecond: 100, ...options } },
				onError: 'continueRegularOutput',
			}),
			{ ...(first ? credentialFor(first) : {}), endpoint: front.url },
			[{ json: { ...DEMO, jobId: '', deviceNames: [...deviceNames] } }],
		);
		return { ...execution, codes };
	} finally {
		await front.stop();
		await Promise.all(emulators.map(async (emulator) => await emulator.stop()));
	}
}

const IN_TURN = { order: 'in turn', choose: (n: number) => n % 2 };
const atRandom = (seed: number) => {
	const random = randomFrom(seed);
	return { order: 'at random', choose: () => Math.floor(random() * 2) };
};
const BY_TWOS = { order: 'two by two', choose: (n: number) => Math.floor(n / 2) % 2 };

describe('Cancel by Device on two servers behind one name, whose clocks are an hour apart', () => {
	it.concurrent.each([
		{ devicesPerRequest: 2, clocks: [0, HOUR], verify: false, ...IN_TURN },
		{ devicesPerRequest: 2, clocks: [0, -HOUR], verify: false, ...atRandom(12) },
		{ devicesPerRequest: 5, clocks: [0, HOUR], verify: true, ...atRandom(13) },
		{ devicesPerRequest: 5, clocks: [HOUR / 2, -HOUR / 2], verify: false, ...IN_TURN },
		{ devicesPerRequest: 5, clocks: [0, HOUR], verify: true, ...BY_TWOS },
	])(
		'given 40 devices, $devicesPerRequest a request, and requests that reach clocks $clocks $order, when they are cancelled, then all 40 are',
		async ({ devicesPerRequest, clocks, choose, verify }) => {
			const fleet = buildFleet({ devices: 40 });
			const { outputs, error, codes } = await cancelOn({ fleet, clocks, choose }, namesOf(40), {
				devicesPerRequest,
				verify,
			});

			expect(error).toBeUndefined();
			expect(codes).toContain('InvalidTimeStamp.Expired');
			expect(fleet.countByStatus().CANCELED).toBe(40);
			expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(
				new Array(40).fill(verify ? 'cancelled' : 'accepted'),
			);
		},
	);
});

describe('Cancel by Device after a Date header that is 20 hours wrong', () => {
	const LONG_AGO = new Date(Date.now() - 20 * HOUR).toISOString();

	/** A device that was cancelled 20 hours ago, and waits in a newer job of the package. */
	function cancelledOnce(): Fleet {
		const fleet = buildFleet({ devices: 1, status: 'CANCELED' });
		for (const task of fleet.tasks) task.utcModified = LONG_AGO;
		return buildFleet({ devices: 1, jobId: NEWER_JOB, into: fleet });
	}

	it.concurrent.each([
		{ given: 'a server whose clock is wrong', clocks: [-20 * HOUR], choose: () => 0 },
		{
			given: 'a proxy that answers once with a wrong time',
			clocks: [-20 * HOUR, 0],
			choose: (n: number) => Math.min(n - 1, 1),
		},
	])(
		'given $given and a device cancelled back then, when its update is done before the cancel takes effect, then it is not called cancelled',
		async ({ clocks, choose }) => {
			const fleet = cancelledOnce();
			const { outputs, codes } = await cancelOn(
				{
					fleet,
					clocks,
					choose,
					onRequest: (action) => {
						if (action !== 'ListOTAJobByFirmware') return;
						fleet.setStatus('testDevice1', 'SUCCEEDED', { jobId: NEWER_JOB });
					},
				},
				['testDevice1'],
				{ verify: true, verifyTimeout: 5_000 },
			);

			expect(codes).toContain('InvalidTimeStamp.Expired');
			// Verify shows that it did not see it cancelled.
			expect(jsonOf(outputs[0])).toMatchObject([
				{ details: { outcome: 'accepted', taskStatus: 'CANCELED, SUCCEEDED' } },
			]);
		},
	);
});
