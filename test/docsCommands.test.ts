/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: runs the commands of the guide as a reader does */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runEmulatorCli } from './emulator/main';
import { ENGLISH_GUIDE } from './docs/guide';
import { ROOT } from './docs/markdown';
import { commandsOf } from './docs/commands';

const COMMANDS = commandsOf(ENGLISH_GUIDE);

/** Commands that others run: `test/e2e/install` those that install, `test/e2e` starts a server as `npm run n8n` does. */
const RUN_ELSEWHERE = [
	'npm test',
	'npm run n8n',
	'mkdir -p ~/.n8n/nodes',
	'cd ~/.n8n/nodes',
	'npm install --omit=peer n8n-nodes-tuya-iot-platform',
	"docker exec n8n sh -c 'mkdir -p ~/.n8n/nodes && cd ~/.n8n/nodes && npm install --omit=peer n8n-nodes-tuya-iot-platform'",
	'docker restart n8n',
];

/** The arguments of each line that begins with a command. */
function argumentsOf(command: string): string[][] {
	return COMMANDS.filter((line) => line === command || line.startsWith(`${command} -- `))
		.map((line) => line.slice(command.length + 4).split(' '))
		.map((args) => args.filter(Boolean));
}

describe('given the commands of the guide', () => {
	it('when they are looked for, then they are found', () => {
		expect(argumentsOf('npm start').length).toBeGreaterThan(3);
		expect(argumentsOf('npm run emulator').length).toBeGreaterThan(1);
	});

	it('when those that are not run here are looked at, then others run them', () => {
		const others = COMMANDS.filter((line) => !/^npm (start|run emulator)\b/.test(line));
		expect(others.filter((line) => !RUN_ELSEWHERE.includes(line))).toEqual([]);
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
			// The port of the guide may be taken on this computer.
			const emulator = await runEmulatorCli([...args, '--port', '0']);
			try {
				expect((await fetch(emulator.url)).status).toBeGreaterThanOrEqual(400);
			} finally {
				await emulator.stop();
			}
		},
	);
});
