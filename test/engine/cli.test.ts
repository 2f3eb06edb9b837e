/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: starts the runner as a user does */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import { withEmulator } from '../emulator/testing';

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'runner-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the runner as `npm start` does once all is set up. */
async function start(args: string[], environment: Record<string, string> = {}) {
	const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
	const child = spawn(tsx, [join(ROOT, 'test', 'engine', 'cli.ts'), ...args], {
		env: { ...process.env, NODE_ENV: 'production', ...environment },
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += String(chunk)));
	child.stderr.on('data', (chunk) => (stderr += String(chunk)));
	const code = await new Promise((resolve) => child.on('close', resolve));
	return { code, stdout, stderr };
}

function write(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(content));
	return path;
}

const ACCEPTED = { code: '', requestId: expect.any(String), success: true };

describe('the runner behind npm start', () => {
	it('given nothing, when it starts, then stdout holds the JSON array of the response alone', async () => {
		const { code, stdout, stderr } = await start([]);
		expect(JSON.parse(stdout)).toEqual([ACCEPTED]);
		expect(code).toBe(0);
		expect(stderr).toContain('GET CancelOTATaskByDevice -> 200 success');
	});

	it('given the three variables and values on the command line, when it starts, then another server gets them', async () => {
		await withEmulator({}, async (emulator) => {
			const { code, stdout } = await start(
				[
					...['--product-key', 'k1nhvyl0001', '--firmware-id', '168'],
					...['--device-name', 'testDevice3', '--device-name', 'testDevice4'],
					...['--job-id', '1836340779212660001'],
				],
				{
					TUYA_IOT_ENDPOINT: emulator.url,
					TUYA_IOT_ACCESS_KEY_ID: EMULATOR_ACCESS_KEY_ID,
					TUYA_IOT_ACCESS_KEY_SECRET: EMULATOR_ACCESS_KEY_SECRET,
				},
			);
			expect(code).toBe(0);
			expect(JSON.parse(stdout)).toEqual([ACCEPTED]);
			expect(emulator.log[0]?.parameters).toMatchObject({
				'DeviceName.1': 'testDevice3',
				'DeviceName.2': 'testDevice4',
				JobId: '1836340779212660001',
			});
		});
	});

	it('given --check, when it starts, then stdout holds the report on the emulator, and reads alone were sent', async () => {
		const { code, stdout, stderr } = await start(['--check']);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^## What the instance answered\n/);
		expect(stdout).toContain('| HTTP Method | GET: taken. POST: taken. | 4. HTTP method |');
		expect(stdout).not.toMatch(/testDevice|k1nhvyl0001|emulatorKey/);
		expect(stderr).toContain('ListOTAFirmware -> 200 success');
		expect(stderr).not.toMatch(/Emulator: \w+ (?:Cancel|Create|Delete|Confirm|Modify|Update)/);
	});

	it('given --check and the three variables, when it starts, then another server is checked', async () => {
		await withEmulator({ refusesPost: true }, async (emulator) => {
			const { code, stdout } = await start(['--check'], {
				TUYA_IOT_ENDPOINT: emulator.url,
				TUYA_IOT_ACCESS_KEY_ID: EMULATOR_ACCESS_KEY_ID,
				TUYA_IOT_ACCESS_KEY_SECRET: EMULATOR_ACCESS_KEY_SECRET,
			});
			expect(code).toBe(0);
			expect(stdout).toContain('POST: refused (UnsupportedHTTPMethod).');
			expect(emulator.log.length).toBeLessThanOrEqual(20);
		});
	});

	it('given items that fail, when it starts, then stdout is an empty array, stderr says why and the exit code is 1', async () => {
		const input = write('items.json', [
			{ productKey: 'k1nhvyl0001', firmwareId: '168', deviceNames: 'ghost' },
		]);
		const { code, stdout, stderr } = await start(['--input', input]);
		expect(JSON.parse(stdout)).toEqual([]);
		expect(code).toBe(1);
		expect(stderr).toContain('The platform has no such device under this product');
	});

	it('given a workflow with a node of another kind, when it starts, then a sentence says what can run here', async () => {
		const workflow = write('workflow.json', {
			nodes: [{ name: 'Mail', type: 'n8n-nodes-base.emailSend', parameters: {} }],
			connections: {},
		});
		const { code, stdout, stderr } = await start(['--workflow', workflow]);
		expect(stdout).toBe('');
		expect(code).toBe(1);
		expect(stderr).toContain('The node "Mail" is of type n8n-nodes-base.emailSend');
	});

	it('given one of the three variables, when it starts, then a sentence names the others', async () => {
		const { code, stderr } = await start([], { TUYA_IOT_ENDPOINT: 'http://127.0.0.1:1' });
		expect(code).toBe(1);
		expect(stderr).toContain('Set TUYA_IOT_ACCESS_KEY_ID and TUYA_IOT_ACCESS_KEY_SECRET as well');
	});
});
