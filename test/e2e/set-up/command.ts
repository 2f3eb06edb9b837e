/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- end-to-end tests run on a developer's computer; none of it ships */
import { spawn } from 'node:child_process';
import { say } from './say';

const TELL_EVERY = 30_000;

export interface CommandOptions {
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	/** ms */
	readonly timeout: number;
}

/** Runs a command, says every 30 s that it still runs, and throws with its last lines if it fails. */
export async function command(
	what: string,
	program: string,
	args: readonly string[],
	{ cwd, env, timeout }: CommandOptions,
): Promise<void> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	say(`${what} ...`);
	const telling = setInterval(() => say(`  still at it: ${what} (${seconds()})`), TELL_EVERY);
	try {
		await ended(program, args, { cwd, env, timeout });
	} finally {
		clearInterval(telling);
	}
	say(`  done in ${seconds()}`);
}

async function ended(
	program: string,
	args: readonly string[],
	options: CommandOptions,
): Promise<void> {
	const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let tail = '';
	const keep = (text: Buffer) => (tail = `${tail}${text.toString()}`.slice(-4_000));
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	await new Promise<void>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			if (code === 0) resolve();
			else
				reject(new Error(`"${program} ${args.join(' ')}" ended with ${code ?? signal}:\n${tail}`));
		});
	});
}
