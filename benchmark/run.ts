/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- never shipped: a command for people */
import { parseArgs } from 'node:util';
import { judgeClaims } from './claims';
import { EmulatorProcess } from './emulator/process';
import { readMachine, readVersions } from './machine';
import { measureGrowth } from './measurements/growth';
import { measureLimited } from './measurements/limited';
import { FULL, QUICK } from './measurements/plan';
import type { Plan } from './measurements/plan';
import { measureSigning } from './measurements/signing';
import { measureTogether } from './measurements/together';
import { measureUnderWay } from './measurements/underWay';
import { measureUnlimited } from './measurements/unlimited';
import { progressOnStderr } from './progress';
import { markdownOf } from './report/tables';
import { writeReport } from './report/write';
import type { Measurements, Results } from './results';

const USAGE = `Usage: npm run bench [-- --quick]

Measures this node beside what people use today, prints the tables, and writes benchmark/results.json,
README.md and chart.svg, and the tables in the guide. With --quick it measures far less and writes nothing.`;

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean' } },
	});
	if (values.help) {
		process.stderr.write(`${USAGE}\n`);
		return 0;
	}
	const [date, machine] = [new Date().toISOString(), readMachine()];
	const measured = await measureAll(values.quick ? QUICK : FULL);
	const claims = judgeClaims(measured);
	const results: Results = { date, machine, versions: readVersions(), claims, ...measured };
	process.stdout.write(`${markdownOf(results)}\n`);
	if (!values.quick) await writeReport(results);
	return claims.every(({ holds }) => holds) ? 0 : 1;
}

async function measureAll(plan: Plan): Promise<Measurements> {
	const emulator = new EmulatorProcess();
	try {
		const signing = await measureSigning(plan, progressOnStderr('Signing'));
		const limited = await measureLimited(plan, emulator, progressOnStderr('At 10 a second'));
		const underWay = await measureUnderWay(plan, emulator, progressOnStderr('Under way'));
		const together = await measureTogether(plan, emulator, progressOnStderr('Together'));
		const unlimited = await measureUnlimited(plan, emulator, progressOnStderr('Without limit'));
		const growth = await measureGrowth(plan, emulator, progressOnStderr('Own work'));
		return { plan, underWay, together, limited, unlimited, growth, signing };
	} finally {
		emulator.end();
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		process.exit(1);
	},
);
