/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The variable that names the folder of a run. Every process of a run has it in its environment, and is
 * found by it when the run ends.
 */
export const RUN_VARIABLE = 'TUYA_IOT_E2E_RUN';

/** Makes the folder that holds all that a run writes. */
export function makeRunFolder(): string {
	return mkdtempSync(join(realpathSync(tmpdir()), 'tuya-iot-e2e-'));
}

/** The folder of the run that this process belongs to. */
export function runFolder(): string {
	const folder = process.env[RUN_VARIABLE];
	if (folder === undefined) throw new Error('Start these tests with: npm run test:e2e');
	return folder;
}
