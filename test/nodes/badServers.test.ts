/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: measures memory */
import '../engine/environment';
import 'reflect-metadata';
import { CredentialTestContext, ExecutionLifecycleHooks, LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import { credentialTestWithin } from '../../nodes/TuyaIotPlatform/methods/credentialTest';
import { pickFrom } from '../../nodes/TuyaIotPlatform/methods/listSearch/pickFrom';
import { engine } from '../engine/loaded';
import { ActiveWorkflow } from '../engine/polling';
import { startBadServer } from '../support/badServer';
import type { BadServer, Misbehaviour } from '../support/badServer';
import { watchAndCancel } from './watchBench';
import { cancelWorkflow } from './workflows';

const TIMEOUT = 1000;
const ONE_ATTEMPT = { maxAttempts: 1, timeout: TIMEOUT };
const FIELDS = { accessKeyId: 'keyId', accessKeySecret: 'keySecret' };
const ITEM = {
	json: { productKey: 'k1nhvyl0001', firmwareId: '168', jobId: '', deviceNames: 'a' },
};

/** Everything that waits for an answer: what each gives is the sentence that a user reads. */
const WAYS: Readonly<Record<string, (endpoint: string, timeout: number) => Promise<string>>> = {
	'a cancel': async (endpoint, timeout) => {
		const options = { ...ONE_ATTEMPT, timeout };
		const workflow = cancelWorkflow({ parameters: { options } });
		const { error } = await engine.run(workflow, { ...FIELDS, endpoint }, [ITEM]);
		return `${error?.message} ${error?.description}`;
	},
	'a read': async (endpoint, timeout) => {
		const options = { ...ONE_ATTEMPT, timeout };
		const workflow = cancelWorkflow({
			parameters: { resource: 'otaPackage', operation: 'get', options },
		});
		const { error } = await engine.run(workflow, { ...FIELDS, endpoint }, [ITEM]);
		return `${error?.message} ${error?.description}`;
	},
	'a credential test': async (endpoint, timeout) => {
		const data = { ...FIELDS, endpoint };
		const credential = { id: '1', name: 'Test', type: 'tuyaIotPlatformApi', data };
		const test = credentialTestWithin(timeout);
		return (await test.call(new CredentialTestContext(), credential)).message;
	},
	'a list': async (endpoint, timeout) => {
		const workflow = cancelWorkflow();
		const hooks = new ExecutionLifecycleHooks('manual', '1', workflow);
		const data = engine.additionalData(hooks, { ...FIELDS, endpoint });
		const inner = new Workflow({ ...workflow, nodeTypes: engine.types, active: false });
		const [, node] = workflow.nodes;
		if (!node) throw new TypeError('The workflow has lost its node');
		const context = new LoadOptionsContext(inner, node, data, 'parameters');
		const list = {
			action: 'QueryProductList',
			parameters: {},
			value: 'ProductKey',
			name: () => '',
		} as const;
		const rules = { ...ONE_ATTEMPT, timeout, requestsPerSecond: 10 };
		return await pickFrom(context, list, undefined, undefined, rules).then(
			() => 'went through',
			(error: Error) => error.message,
		);
	},
	'a poll': async (endpoint, timeout) => {
		const workflow = watchAndCancel({}, { ...ONE_ATTEMPT, timeout });
		const active = new ActiveWorkflow(engine, workflow, { ...FIELDS, endpoint }, 'create');
		return await active.activate().then(
			() => 'went through',
			(error: Error) => error.message,
		);
	},
};

async function at(
	misbehaviour: Misbehaviour,
	ask: (endpoint: string) => Promise<string>,
): Promise<{ told: string; ms: number; memory: number; open: number }> {
	const server = await startBadServer(misbehaviour);
	let memory = 0;
	const before = process.memoryUsage().rss;
	const watch = setInterval(() => {
		memory = Math.max(memory, process.memoryUsage().rss - before);
	}, 20);
	try {
		const start = Date.now();
		const told = await ask(server.url);
		const ms = Date.now() - start;
		return { told, ms, memory, open: await stillOpen(server) };
	} finally {
		clearInterval(watch);
		await server.stop();
	}
}

/** How many connections a server still has a moment later, at most half a second. */
async function stillOpen({ open }: BadServer): Promise<number> {
	for (let look = 0; look < 10 && open() > 0; look++) {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return open();
}

const MOST_MEMORY = 100_000_000;

describe('given a server that sends without end', () => {
	it.each(
		Object.keys(WAYS).flatMap((way) =>
			(['hugeBody', 'gzipBomb'] as const).map((misbehaviour) => [way, misbehaviour] as const),
		),
	)('when %s meets a %s, then it ends with a sentence and little memory', async (way, what) => {
		const { told, memory, open } = await at(
			what,
			async (endpoint) => (await WAYS[way]?.(endpoint, 30_000)) ?? '',
		);
		expect(told).toMatch(/^The answer of 127\.0\.0\.1:\d+ is larger than 20 MB/);
		expect(memory).toBeLessThan(MOST_MEMORY);
		expect(open).toBe(0);
	});

	it.each(Object.keys(WAYS))(
		'when %s meets an answer of 5,000 levels, then it ends with a sentence',
		async (way) => {
			const { told } = await at(
				'deepBody',
				async (endpoint) => (await WAYS[way]?.(endpoint, TIMEOUT)) ?? '',
			);
			expect(told).toMatch(/is nested deeper than the cloud API nests/);
		},
	);
});

const SLOW: Misbehaviour[] = ['tricklingBody', 'tricklingHeader', 'stalledBody'];

describe('given a server that takes its time', () => {
	it.concurrent.each(
		Object.keys(WAYS).flatMap((way) => SLOW.map((misbehaviour) => [way, misbehaviour] as const)),
	)('when %s meets a %s, then it ends with its timeout and says so', async (way, misbehaviour) => {
		const { told, ms, open } = await at(
			misbehaviour,
			async (endpoint) => (await WAYS[way]?.(endpoint, TIMEOUT)) ?? '',
		);
		expect(told).toMatch(/did not answer in time/);
		expect(ms).toBeGreaterThanOrEqual(TIMEOUT - 50);
		expect(ms).toBeLessThan(2 * TIMEOUT);
		// n8n gives a credential test no way to end a request that has no answer yet.
		if (way !== 'a credential test' || misbehaviour !== 'tricklingHeader') expect(open).toBe(0);
	});
});
