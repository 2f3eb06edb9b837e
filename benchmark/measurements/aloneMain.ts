/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: a process that measures itself */
import { runnable } from '../contestants';
import type { Outcome, Task } from '../contestants/contestant';
import type { Measured } from './alone';
import { cpuSince } from './cpu';

interface Order {
	readonly contestant: string;
	readonly task: Task;
}

const loaded = new Map<string, (task: Task) => Promise<Outcome>>();

async function measure({ contestant, task }: Order): Promise<Measured> {
	const cancel = loaded.get(contestant) ?? (await runnable[contestant]?.load());
	if (!cancel) throw new Error(`There is no contestant ${contestant}`);
	loaded.set(contestant, cancel);
	const memoryBefore = process.memoryUsage.rss() / 2 ** 20;
	const start = process.cpuUsage();
	const { outputs, executeCpu } = await cancel(task);
	const cpu = cpuSince(start);
	// The kernel keeps the highest figure, in KB.
	const peakMemory = process.resourceUsage().maxRSS / 1024;
	return { cpu, executeCpu, peakMemory, memoryBefore, outputs };
}

process.on('message', (order: Order) => {
	void measure(order).then((measured) => process.send?.(measured));
});
