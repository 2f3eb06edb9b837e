import '../engine/environment';
import 'reflect-metadata';
import { ExecutionLifecycleHooks, PollContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import { pollOnce } from '../../nodes/TuyaIotPlatform/trigger/pollOnce';
import { engine } from '../engine/loaded';
import { startBadServer } from '../support/badServer';
import { watchAndCancel } from './watchBench';

const BUDGET = 3_000;

/** What n8n hands to the polls of an active workflow, with so little time. */
function pollContext(endpoint: string): PollContext {
	const data = watchAndCancel({}, { timeout: 30_000, maxAttempts: 10 });
	const credential = { endpoint, accessKeyId: 'keyId', accessKeySecret: 'keySecret' };
	const hooks = new ExecutionLifecycleHooks('trigger', '1', data);
	const workflow = new Workflow({ ...data, nodeTypes: engine.types, active: true });
	const [node] = data.nodes;
	if (!node) throw new TypeError('The workflow has lost its trigger');
	const more = [undefined, undefined, undefined, undefined, undefined] as const;
	return new PollContext(
		...([workflow, node, engine.additionalData(hooks, credential), 'trigger', 'activate'] as const),
		...more,
		() => BUDGET,
	);
}

describe('given a platform that is slower than a poll may last', () => {
	it.each(['tricklingBody', 'tricklingHeader', 'stalledBody'] as const)(
		'when it sends a %s, then the poll is given up in time and told, and the next one polls again',
		async (misbehaviour) => {
			const server = await startBadServer(misbehaviour);
			try {
				const context = pollContext(server.url);
				const start = Date.now();
				await expect(pollOnce(context)).rejects.toMatchObject({
					message: 'The poll was given up after 3 s',
					description: expect.stringContaining('lower Timeout (Ms)'),
				});
				expect(Date.now() - start).toBeLessThan(BUDGET);
				expect(server.requests()).toBe(1);

				await pollOnce(context);
				expect(server.requests()).toBe(2);
				expect(engine.logLines.at(-1)).toContain('The poll was given up after 3 s');
			} finally {
				await server.stop();
			}
		},
	);
});
