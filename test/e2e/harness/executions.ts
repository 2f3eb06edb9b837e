/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { parse } from 'flatted';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RestClient } from './rest';

const LOOK_AGAIN = 200;
const FINISHED_IN = 120_000;
const UNFINISHED: ReadonlySet<string> = new Set(['new', 'running', 'waiting', 'unknown']);

const json = z.record(z.unknown());
const shownError = z
	.object({ message: z.string(), description: z.string().nullish() })
	.passthrough();
const item = z.object({ json }).passthrough();
const nodeRun = z
	.object({
		executionTime: z.number(),
		data: z
			.object({ main: z.array(z.array(item).nullable()).optional() })
			.passthrough()
			.optional(),
		error: shownError.optional(),
		hints: z.array(z.object({ message: z.string() }).passthrough()).optional(),
	})
	.passthrough();
const stored = z
	.object({
		resultData: z
			.object({ runData: z.record(z.array(nodeRun)).default({}), error: shownError.optional() })
			.passthrough(),
	})
	.passthrough();

/** An execution as n8n has stored it. */
export interface Execution {
	readonly id: string;
	readonly status: string;
	/** Length of the stored text. */
	readonly bytes: number;
	readonly error: z.output<typeof shownError> | undefined;
	/** JSON of the items of each output of a node, of its last run. */
	outputs(node: string): Array<Array<Record<string, unknown>>>;
	/** All runs of a node. */
	runs(node: string): Array<z.output<typeof nodeRun>>;
}

/** Reads an execution. */
export async function readExecution(rest: RestClient, id: string): Promise<Execution> {
	const row = z.object({ id: z.coerce.string(), status: z.string(), data: z.string() });
	const { status, data } = await rest.ask(row, 'GET', `/rest/executions/${id}`);
	const { resultData } = stored.parse(parse(data));
	const runs = (node: string) => resultData.runData[node] ?? [];
	return {
		id,
		status,
		bytes: Buffer.byteLength(data),
		error: resultData.error,
		runs,
		outputs: (node) =>
			(runs(node).at(-1)?.data?.main ?? []).map((items) => (items ?? []).map((each) => each.json)),
	};
}

/** Waits until an execution has ended, and reads it. */
export async function finishedExecution(
	rest: RestClient,
	id: string,
	timeout = FINISHED_IN,
): Promise<Execution> {
	const deadline = Date.now() + timeout;
	for (;;) {
		const { status } = await rest.ask(
			z.object({ status: z.string() }).passthrough(),
			'GET',
			`/rest/executions/${id}`,
		);
		if (!UNFINISHED.has(status)) return await readExecution(rest, id);
		if (Date.now() > deadline) throw new Error(`Execution ${id} is still ${status}`);
		await pause(LOOK_AGAIN);
	}
}

/** Id and status of all executions of a workflow, newest first. */
export async function executionsOf(
	rest: RestClient,
	workflowId: string,
): Promise<Array<{ id: string; status: string }>> {
	const list = z.object({
		results: z.array(z.object({ id: z.coerce.string(), status: z.string() })),
	});
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.ask(list, 'GET', `/rest/executions?limit=100&filter=${filter}`);
	return results;
}

/** Stops an execution as the Stop button does. */
export async function stopExecution(rest: RestClient, id: string): Promise<void> {
	await rest.ask(z.unknown(), 'POST', `/rest/executions/${id}/stop`);
}
