/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- end-to-end tests run on a developer's computer; none of it ships */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, type RunArguments } from './arguments';
import { giveServer } from './harness/givenServer';
import { endAll, leftOver } from './harness/leftOver';
import { packPackage } from './harness/packed';
import { RECORD_VARIABLE } from './harness/record';
import { session } from './harness/session';
import { allN8nPrograms } from './set-up';
import { command } from './set-up/command';
import { installOwnPackages } from './set-up/npmInstall';
import { say } from './set-up/say';
import { systemPrograms } from './set-up/systemPackages';
import { checksFile, tableOf, type Check } from './table';

const ROOT = join(__dirname, '..', '..');
const TYPECHECK_IN = 5 * 60_000;
const TESTS_IN = 40 * 60_000;

/** Sets up, runs the tests and ends whatever they have left. Returns the exit code. */
async function main(folder: string, args: readonly string[]): Promise<number> {
	const started = Date.now();
	const wanted = readArguments(args);
	const tests = wanted.n8nUrl
		? await prepareGiven(wanted.n8nUrl, wanted)
		: await prepareOwn(wanted);
	await installOwnPackages();
	await command('Checking types', bin('tsc'), ['-p', __dirname], { timeout: TYPECHECK_IN });
	say(`Set up in ${Math.round((Date.now() - started) / 1000)} s.`);
	const code = await runJest(tests);
	const last = await nothingLeft(folder);
	const checks = [...readChecks(folder), last];
	const failed = checks.filter(({ passed }) => !passed).length;
	say(`\n${tableOf(checks)}\n`);
	say(`${checks.length - failed} passed, ${failed} failed`);
	return code === 0 && failed === 0 ? 0 : 1;
}

/** All that the tests start themselves. Returns jest's arguments. */
async function prepareOwn({ record, tests }: RunArguments): Promise<readonly string[]> {
	if (record) process.env[RECORD_VARIABLE] = '1';
	await systemPrograms();
	await allN8nPrograms();
	await packPackage();
	return tests;
}

/** A server that is there already takes the part of them that asks n8n alone. Returns jest's arguments. */
async function prepareGiven(url: string, wanted: RunArguments): Promise<readonly string[]> {
	say(`Asking ${url} ...`);
	say(`  it is n8n ${await giveServer(url, wanted)}`);
	return [join(__dirname, 'server'), ...wanted.tests];
}

/** In a process group of its own, so that Ctrl-C reaches this process alone, which then ends all others. */
async function runJest(args: readonly string[]): Promise<number> {
	const child = spawn(bin('jest'), ['--config', join(__dirname, 'jest.config.js'), ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'inherit', 'inherit'],
		detached: true,
	});
	const tooLong = setTimeout(() => child.kill('SIGKILL'), TESTS_IN);
	const code = await new Promise<number>((resolve) => {
		child.once('error', () => resolve(1));
		child.once('close', (exitCode) => resolve(exitCode ?? 1));
	});
	clearTimeout(tooLong);
	return code;
}

/** The tests have to end what they start; what they did not is told, and ended. */
async function nothingLeft(folder: string): Promise<Check> {
	const left = leftOver(folder);
	for (const { pid, command } of left) say(`Still there: ${pid} ${command.slice(0, 200)}`);
	await endAll(folder);
	const title = 'no process of n8n, Redis, PostgreSQL or Chromium is left';
	return { server: 'run', area: 'end', title, passed: left.length === 0, seconds: 0 };
}

function readChecks(folder: string): Check[] {
	const file = join(folder, 'checks.json');
	return existsSync(file) ? checksFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

function bin(name: string): string {
	return join(ROOT, 'node_modules', '.bin', name);
}

session(async (folder) => await main(folder, process.argv.slice(2)));
