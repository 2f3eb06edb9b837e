/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { join } from 'node:path';
import { runFolder } from './runFolder';

/** Set by "npm run test:e2e -- --record": pictures and figures then replace those in the work tree. */
export const RECORD_VARIABLE = 'TUYA_IOT_E2E_RECORD';

const ROOT = join(__dirname, '..', '..', '..');

/** Where a file of the work tree is written to: there when recording, else into the folder of the run. */
export function recorded(...path: string[]): string {
	return join(process.env[RECORD_VARIABLE] === undefined ? runFolder() : ROOT, ...path);
}
