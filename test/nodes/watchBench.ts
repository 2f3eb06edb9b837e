import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { startEmulator } from '../emulator/emulator';
import type { Emulator, EmulatorOptions } from '../emulator/emulator';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import type { Fleet } from '../emulator/fleet/fleet';
import { Rollout } from '../emulator/fleet/rollout';
import type { Engine } from '../engine/engine';
import { PACKAGE, POLL_TRIGGER } from '../engine/nodeTypes';
import { ActiveWorkflow } from '../engine/polling';
import { credentialFor } from './bench';
import { CANCEL_OF_ITEM, CREDENTIALS, JOB_OF_ITEM, inTurn, node } from './workflows';

export const MINUTE = 60_000;

/** What a test sets up. */
export interface WatchSetup extends Omit<EmulatorOptions, 'rollout' | 'now'> {
	readonly devices?: number;
	/** How many of a hundred devices fail when the demo job is rolled out, 100 devices a minute; unset = no roll-out. */
	readonly failingPercent?: number;
	/** How many hang in the update, and how many succeed and go offline at once; none unless told. */
	readonly hangingPercent?: number;
	readonly vanishingPercent?: number;
	/** The version of the trigger; 1.1, the newest, unless told. */
	readonly version?: number;
	/** Replaces the trigger's parameters of the usual ones. */
	readonly parameters?: IDataObject;
	readonly options?: IDataObject;
	/** Another workflow than the usual one. */
	readonly workflow?: IWorkflowBase;
}

/** An emulator whose clock a test moves, and an active workflow that watches it: trigger -> Cancel by Device. */
export interface WatchBench {
	readonly emulator: Emulator;
	readonly fleet: Fleet;
	readonly workflow: ActiveWorkflow;
	/** The same workflow, activated once more: n8n makes all anew then, but for what the process keeps. */
	again(): ActiveWorkflow;
	/** Ms since 1970 by the emulator's clock. */
	now(): number;
	/** Moves the emulator's clock on, and its roll-out with it. */
	pass(ms: number): void;
	/** Requests of an action that the emulator has seen. */
	requests(action: string): number;
}

/** Runs a piece of a test on such a bench. */
export async function onWatchBench(
	engine: Engine,
	setup: WatchSetup,
	use: (bench: WatchBench) => Promise<void>,
): Promise<void> {
	const { devices = 1000, parameters, options, version, ...others } = setup;
	const { failingPercent, hangingPercent, vanishingPercent, ...more } = others;
	const { workflow = watchAndCancel(parameters, options, version), ...emulatorOptions } = more;
	// The emulator's clock starts with this computer's, by which requests are signed, and then runs ahead.
	let time = Date.now();
	const fleet = emulatorOptions.fleet ?? buildFleet({ devices });
	const plan = { jobId: DEMO.jobId, hangingPercent, vanishingPercent, startsAt: time };
	const rollout =
		failingPercent === undefined ? undefined : new Rollout(fleet, { ...plan, failingPercent });
	const emulator = await startEmulator({ ...emulatorOptions, fleet, rollout, now: () => time });
	const again = () => new ActiveWorkflow(engine, workflow, credentialFor(emulator));
	try {
		await use({
			emulator,
			fleet,
			workflow: again(),
			again,
			now: () => time,
			pass: (ms) => {
				time += ms;
				rollout?.advance(time);
			},
			requests: (action) => emulator.log.filter((entry) => entry.action === action).length,
		});
	} finally {
		await emulator.stop();
	}
}

/** The trigger, and the cancel wired to it with nothing in between. */
export function watchAndCancel(
	parameters: IDataObject = {},
	options: IDataObject = {},
	version = 1.1,
): IWorkflowBase {
	const watch = node(
		'Watch',
		POLL_TRIGGER,
		{
			event: 'jobGoesWrong',
			scope: 'package',
			firmwareId: { __rl: true, mode: 'id', value: DEMO.firmwareId },
			threshold: 5,
			minimumSample: 50,
			...parameters,
			options: { requestsPerSecond: 100, ...options },
		},
		CREDENTIALS,
	);
	const cancelled = { ...CANCEL_OF_ITEM, jobId: JOB_OF_ITEM };
	const cancel = node('Cancel', `${PACKAGE}.tuyaIotPlatform`, cancelled, CREDENTIALS);
	const both = inTurn({ ...watch, typeVersion: version }, cancel);
	return { ...both, id: String(++workflows), name: 'Watch', active: true };
}

// The trigger remembers faults by workflow, so each has an ID of its own.
let workflows = 100;
