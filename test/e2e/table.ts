import { z } from 'zod';

export const checksFile = z.array(
	z.object({
		server: z.string(),
		area: z.string(),
		title: z.string(),
		passed: z.boolean(),
		seconds: z.number(),
	}),
);

/** One check on one version of n8n. */
export type Check = z.output<typeof checksFile>[number];

/** All checks in one table: a row for each check, a column for each server it ran on. */
export function tableOf(checks: readonly Check[]): string {
	const servers = [...new Set(checks.map(({ server }) => server))];
	const rows = new Map<string, Map<string, Check>>();
	for (const check of checks) {
		const name = `${check.area}: ${check.title}`;
		const row = rows.get(name) ?? new Map<string, Check>();
		rows.set(name, row.set(check.server, check));
	}
	const lines = [...rows].map(([name, row]) => [
		...servers.map((server) => cell(row.get(server)).padEnd(server.length)),
		name,
	]);
	const rule = servers.map((server) => '-'.repeat(server.length));
	return [[...servers, 'check'], [...rule, '-----'], ...lines]
		.map((cells) => cells.join(' | '))
		.join('\n');
}

function cell(check: Check | undefined): string {
	if (check === undefined) return '';
	return `${check.passed ? 'pass' : 'FAIL'} ${check.seconds} s`;
}
