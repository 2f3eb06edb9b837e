/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { exampleNames } from '../../examples/files';
import { finishedExecution } from '../harness/executions';
import { leftOver } from '../harness/leftOver';
import { RestClient } from '../harness/rest';
import { runFolder } from '../harness/runFolder';
import { startServer, type Started } from '../harness/started';
import { CREDENTIAL_TYPE, runByHand } from '../harness/workflows';
import { CACHE_FOLDER } from '../set-up/cacheFolder';
import { NEWEST } from '../set-up/versions';

const ROOT = join(__dirname, '..', '..', '..');
const STARTED_IN = 180_000;
const ENDED_IN = 30_000;
const LOOK_AGAIN = 200;
const workflows = z.array(z.object({ id: z.string(), name: z.string() }).passthrough());
const credentials = z.array(z.object({ type: z.string() }).passthrough());

describe(`n8n ${NEWEST}`, () => {
	describe('npm run n8n', () => {
		let command: Started;
		let rest: RestClient;
		beforeAll(async () => {
			command = await startServer({
				name: 'npm-run-n8n',
				program: 'npm',
				args: ['run', 'n8n'],
				cwd: ROOT,
				env: { TUYA_IOT_E2E_CACHE: CACHE_FOLDER },
				isReady: async (log) => log.includes('Press Ctrl-C'),
				timeout: STARTED_IN,
			});
			rest = new RestClient(printed('with this package:'));
			await rest.logIn({ email: printed('log in with'), password: printed('password') });
		});
		afterAll(async () => await command?.stop());

		/** What the command prints after a label. */
		function printed(label: string): string {
			const [, after = ''] = command.log().split(label);
			return after.trim().split(/\s/)[0] ?? '';
		}

		it('given its address and its login, when someone enters, then the credential and the examples are there', async () => {
			const found = await rest.ask(workflows, 'GET', '/rest/workflows');
			expect(found).toHaveLength(exampleNames().length);
			const [credential, ...others] = await rest.ask(credentials, 'GET', '/rest/credentials');
			expect(credential?.type).toBe(CREDENTIAL_TYPE);
			expect(others).toEqual([]);
		});

		it('given the first example, when someone runs it, then the devices are cancelled and the terminal tells of it', async () => {
			const found = await rest.ask(workflows, 'GET', '/rest/workflows');
			const id = found.find(({ name }) => name === 'Alert: stop a firmware roll-out')?.id ?? '';
			const { status } = await finishedExecution(
				rest,
				await runByHand(rest, id, 'When an alert comes in'),
			);
			expect(status).toBe('success');
			expect(command.log()).toContain('CancelOTATaskByDevice: success');
		});

		it('given Ctrl-C, when a moment has passed, then nothing of it is left', async () => {
			const folder = join(runFolder(), folderOfCommand());
			expect(leftOver(folder)).not.toEqual([]);
			process.kill(-command.pid, 'SIGINT');
			const deadline = Date.now() + ENDED_IN;
			while (leftOver(folder).length > 0 && Date.now() < deadline) await pause(LOOK_AGAIN);
			expect(leftOver(folder)).toEqual([]);
			await expect(fetch(rest.url)).rejects.toThrow();
		});
	});
});

/** The command makes a folder of its own in the folder for temporary files, which is that of this run. */
function folderOfCommand(): string {
	const [folder = ''] = readdirSync(runFolder()).filter((name) => name.startsWith('tuya-iot-e2e-'));
	return folder;
}
