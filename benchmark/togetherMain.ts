/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- never shipped: a command for people */
import { parseArgs } from 'node:util';
import { EmulatorProcess } from './emulator/process';
import { FULL } from './measurements/plan';
import { shareLimit } from './measurements/together';
import { togetherTableOf } from './report/together';

const USAGE = `Usage: npx tsx benchmark/togetherMain.ts [--within <s>] [processes ...]

Lets so many processes (2, 8 and 16 unless given) share a limit of 10 requests a second, and prints how they
did. Their starts are spread over --within seconds; without it they start at once.`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { within: { type: 'string', default: '0' }, help: { type: 'boolean' } },
		allowPositionals: true,
	});
	if (values.help) {
		process.stderr.write(`${USAGE}\n`);
		return;
	}
	const startWithin = Number(values.within) * 1000;
	const sizes = positionals.length > 0 ? positionals.map(Number) : FULL.processes;
	const emulator = new EmulatorProcess();
	try {
		for (const processes of sizes) {
			const crowd = { processes, requestsEach: FULL.requestsEach, startWithin };
			process.stdout.write(`${togetherTableOf([await shareLimit(crowd, emulator)])}\n`);
		}
	} finally {
		emulator.end();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		process.exit(1);
	},
);
