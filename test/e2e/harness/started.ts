/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- end-to-end tests run on a developer's computer; none of it ships */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RUN_VARIABLE, runFolder } from './runFolder';

const GRACE = 20_000;
const LOOK_AGAIN = 150;

/** What to start, and how to tell that it is ready. */
export interface ServerPlan {
	/** Names its log file within the run's folder. */
	readonly name: string;
	readonly program: string;
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** Gets what the server has written so far. */
	readonly isReady: (log: string) => Promise<boolean>;
	/** ms */
	readonly timeout: number;
}

/** A server that runs in a process group of its own. */
export interface Started {
	readonly pid: number;
	/** What it has written so far. */
	log(): string;
	/** Ends it and its children; resolves when it is gone. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash would. */
	kill(): Promise<void>;
}

/** Starts a server and waits until it is ready; when it is not in time, ends it and throws with its log. */
export async function startServer(plan: ServerPlan): Promise<Started> {
	const logFile = join(runFolder(), `${plan.name}.log`);
	const log = () => readFileSync(logFile, 'utf8');
	const output = openSync(logFile, 'a');
	const child = spawn(plan.program, plan.args, {
		cwd: plan.cwd ?? runFolder(),
		env: { ...basicEnvironment(), ...plan.env },
		stdio: ['ignore', output, output],
		detached: true,
	});
	closeSync(output);
	// A server that a failed test forgot must not keep the tests from ending.
	child.unref();
	let isGone = false;
	const gone = new Promise<void>((resolve) => {
		const end = () => {
			isGone = true;
			resolve();
		};
		child.once('exit', end);
		child.once('error', end);
	});
	const { pid } = child;
	if (pid === undefined) throw new Error(`${plan.program} could not be started`);
	const end = async (signal: NodeJS.Signals) => {
		signalGroup(pid, signal);
		await Promise.race([gone, pause(GRACE, undefined, { ref: false })]);
		signalGroup(pid, 'SIGKILL');
		await gone;
	};
	const deadline = Date.now() + plan.timeout;
	while (!isGone && !(await plan.isReady(log()))) {
		if (Date.now() > deadline) break;
		await pause(LOOK_AGAIN);
	}
	if (isGone || Date.now() > deadline) {
		const what = isGone ? 'ended instead of getting ready' : 'did not get ready in time';
		await end('SIGKILL');
		throw new Error(`${plan.name} ${what}. The end of its log:\n${log().slice(-4_000)}`);
	}
	return {
		pid,
		log,
		stop: async () => await end('SIGTERM'),
		kill: async () => await end('SIGKILL'),
	};
}

/** Little of what this process has: jest's own variables would change how n8n behaves. */
function basicEnvironment(): Record<string, string> {
	const folder = runFolder();
	return {
		PATH: process.env.PATH ?? '',
		LANG: 'C.UTF-8',
		TZ: 'UTC',
		HOME: folder,
		TMPDIR: folder,
		[RUN_VARIABLE]: folder,
	};
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// The whole group is gone.
	}
}
