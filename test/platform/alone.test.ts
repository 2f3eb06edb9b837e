/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: runs the compiled platform outside of the project */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Document, ROOT } from '../docs/markdown';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import { onRequest } from '../emulator/faults/faults';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { withEmulator } from '../emulator/testing';

const run = promisify(execFile);
const SCRIPT = 'cancel.mjs';
let folder = '';

beforeAll(async () => {
	const { value = '' } = (await scriptsOf('docs/PLATFORM.md'))[0] ?? {};
	folder = mkdtempSync(join(tmpdir(), 'platform-'));
	cpSync(join(ROOT, 'dist', 'platform'), join(folder, 'platform'), { recursive: true });
	writeFileSync(join(folder, SCRIPT), value);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function scriptsOf(path: string) {
	return (await Document.read(path)).all('code').filter(({ lang }) => lang === 'js');
}

async function cancel(url: string, deviceNames: readonly string[], secret: string) {
	const env = {
		ENDPOINT: url,
		KEY_ID: EMULATOR_ACCESS_KEY_ID,
		KEY_SECRET: secret,
		PRODUCT_KEY: DEMO.productKey,
		FIRMWARE_ID: DEMO.firmwareId,
	};
	return await run(process.execPath, [SCRIPT, ...deviceNames], { cwd: folder, env });
}

describe('given the compiled platform alone in a folder, without n8n', () => {
	it('when the script of the docs names devices, then their tasks are cancelled, and it says so', async () => {
		await withEmulator({ fleet: buildFleet({ devices: 3 }) }, async ({ url, fleet, log }) => {
			const names = ['testDevice1', 'testDevice2', 'ghost'];
			const { stdout } = await cancel(url, names, EMULATOR_ACCESS_KEY_SECRET);

			expect(stdout.trim().split('\n')).toEqual([
				'testDevice1 accepted',
				'testDevice2 accepted',
				'ghost notFound',
			]);
			expect(fleet.countByStatus()).toMatchObject({ CANCELED: 2, QUEUED: 1 });
			expect(log.every(({ method }) => method === 'GET')).toBe(true);
		});
	});

	it('when the platform is busy at first, then the script is told of the repeat, and cancels', async () => {
		const faults = onRequest(1, { kind: 'html', status: 502 });
		const fleet = buildFleet({ devices: 1 });
		await withEmulator({ fleet, faults }, async ({ url }) => {
			const { stdout, stderr } = await cancel(url, ['testDevice1'], EMULATOR_ACCESS_KEY_SECRET);

			expect(stdout).toBe('testDevice1 accepted\n');
			expect(stderr).toMatch(/^CancelOTATaskByDevice, attempt 1: .* Next attempt in \d+ ms\.\n$/);
		});
	});

	it('when the secret is wrong, then the device is told as failed, and its task goes on', async () => {
		await withEmulator({ fleet: buildFleet({ devices: 1 }) }, async ({ url, fleet }) => {
			const { stdout, stderr } = await cancel(url, ['testDevice1'], 'wrong');

			expect(stdout).toBe('testDevice1 failed\n');
			expect(stderr).toBe('');
			expect(fleet.countByStatus()).toMatchObject({ QUEUED: 1 });
		});
	});

	it('when the script is read, then it comes in by the front door alone', async () => {
		const [{ value = '' } = {}] = await scriptsOf('docs/PLATFORM.md');
		const imports = [...value.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
		expect(imports).toEqual(['node:timers/promises', './platform/index.js']);
	});
});
