import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** Ms of work after which n8n's other work gets its turn. */
const LONGEST_STRETCH = 50;

/**
 * Makes a value of each input item, in their order, and lets n8n do its other work in between: answer
 * webhooks, keep its connection to the database and, as a worker, its hold on the job. n8n takes up to half a
 * millisecond for an expression, so that 10,000 items would otherwise keep it from all that for many seconds.
 */
export async function mapItems<Value>(
	context: Pick<IExecuteFunctions, 'getInputData'>,
	valueOf: (item: number) => Value,
): Promise<Value[]> {
	const values: Value[] = [];
	let since = Date.now();
	for (const item of context.getInputData().keys()) {
		values.push(valueOf(item));
		if (Date.now() - since < LONGEST_STRETCH) continue;
		await sleep(0);
		since = Date.now();
	}
	return values;
}
