/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { rmSync } from 'node:fs';
import { say } from '../set-up/say';
import { endAll } from './leftOver';
import { makeRunFolder, RUN_VARIABLE } from './runFolder';

const INTERRUPTED = 130;

/**
 * Runs a program whose processes all belong to one run, and ends every one of them with it: when it is
 * done, when it fails, and when a person or a system stops it. Never returns.
 */
export function session(program: (folder: string) => Promise<number>): void {
	const folder = makeRunFolder();
	process.env[RUN_VARIABLE] = folder;
	let ending: Promise<never> | undefined;
	const end = async (code: number) => await (ending ??= cleanUp(folder, code));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (ending === undefined) say('Ending all that was started ...');
			void end(INTERRUPTED);
		});
	}
	program(folder)
		.catch((error: unknown) => {
			// What fails while all is being ended fails because of that.
			if (ending === undefined) say(error instanceof Error ? error.message : String(error));
			return 1;
		})
		.then(end);
}

async function cleanUp(folder: string, code: number): Promise<never> {
	await endAll(folder);
	if (process.env.TUYA_IOT_E2E_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
	else say(`Logs and data are in ${folder}`);
	process.exit(code);
}
