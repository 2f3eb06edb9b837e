/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: runs the commands of the README as a reader does */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runEmulatorCli } from './emulator/main';
import { ROOT } from './docs/markdown';

const TEXT = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The arguments of each line of the README's code blocks that begins with a command. */
function argumentsOf(command: string): string[][] {
	return TEXT.split('\n')
		.filter((line) => line === command || line.startsWith(`${command} -- `))
		.map((line) => line.slice(command.length + 4).split(' '))
		.map((args) => args.filter(Boolean));
}

describe('given the commands of README.md', () => {
	it('when they are looked for, then they are found', () => {
		expect(argumentsOf('npm start').length).toBeGreaterThan(3);
		expect(argumentsOf('npm run emulator').length).toBeGreaterThan(1);
	});

	const run = (args: readonly string[]) => {
		const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
		return spawnSync(tsx, [join('test', 'engine', 'cli.ts'), ...args], {
			cwd: ROOT,
			encoding: 'utf8',
			env: { ...process.env, NODE_ENV: 'production' },
		});
	};
	const starts = argumentsOf('npm start').filter((args) => !args.includes('--check'));

	it.each(starts.map((args) => [args.join(' '), args] as const))(
		'when npm start runs with "%s", then it prints the response',
		(_, args) => {
			const { status, stdout } = run(args);
			expect(JSON.parse(stdout)).toEqual([
				{ code: '', requestId: expect.any(String), success: true },
			]);
			expect(status).toBe(0);
		},
	);

	it('when npm start runs with "--check", then it prints the report', () => {
		expect(argumentsOf('npm start')).toContainEqual(['--check']);
		const { status, stdout } = run(['--check']);
		expect(stdout).toContain('| Reachable | yes');
		expect(status).toBe(0);
	});

	it.each(argumentsOf('npm run emulator').map((args) => [args.join(' '), args] as const))(
		'when the emulator starts with "%s", then it takes requests',
		async (_, args) => {
			// The port of the README may be taken on this computer.
			const emulator = await runEmulatorCli([...args, '--port', '0']);
			try {
				expect((await fetch(emulator.url)).status).toBeGreaterThanOrEqual(400);
			} finally {
				await emulator.stop();
			}
		},
	);
});
