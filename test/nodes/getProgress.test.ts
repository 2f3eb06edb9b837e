import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { EmulatorOptions } from '../emulator/emulator';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import type { TaskStatus } from '../emulator/fleet/records';
import { Rollout } from '../emulator/fleet/rollout';
import { engine } from '../engine/loaded';
import { parseXml } from '../support/xml';
import { callTool } from './aiTool';
import { credentialFor, jsonOf, pairsOf } from './bench';
import { onOperations } from './operations/bench';
import type { OperationBench, OperationRun } from './operations/bench';
import { byId } from './operations/variant';

const { jobId } = DEMO;
const OTHER = '1836340779212669999';
const TEXT = /^Job \d+ of package 168 \(version 1\.0\.1\) is running and /;

/** Asks for the progress of the demo job unless told otherwise. */
async function ask(
	{ run }: OperationBench,
	{ parameters, ...settings }: Partial<OperationRun> = {},
	options: INodeParameters = {},
) {
	return await run({
		...{ resource: 'otaJob', operation: 'getProgress', ...settings },
		parameters: {
			...{ jobId: byId(jobId), options: { requestsPerSecond: 100, ...options } },
			...parameters,
		},
	});
}

function files(item: INodeExecutionData | undefined): Array<[string, IBinaryData]> {
	return Object.entries(item?.binary ?? {});
}

describe('Get Progress', () => {
	it('given 100,000 devices, when it runs, then 8 requests leave and the text has the figures', async () => {
		const status = (index: number): TaskStatus => (index % 4 === 0 ? 'QUEUED' : 'SUCCEEDED');
		const fleet = buildFleet({ devices: 100_000, status });
		await onOperations(engine, { fleet }, async (bench) => {
			const { outputs, error } = await ask(bench);
			expect(error).toBeUndefined();
			expect(bench.emulator.log).toHaveLength(8);
			expect(bench.emulator.log.every(({ outcome }) => outcome === 'answered')).toBe(true);
			expect(jsonOf(outputs[0])).toMatchObject([
				{
					text: expect.stringMatching(
						/75 % of its 100,000 devices have ended: 75,000 succeeded\. 25,000 wait\./,
					),
					total: 100_000,
				},
			]);
		});
	});

	it('given a roll-out that moves on between the requests, when it runs, then its figures are off by a few devices at most', async () => {
		const MINUTE = 60_000;
		let now = Date.now();
		const startsAt = now - 5 * MINUTE;
		const fleet = buildFleet({ devices: 1000 });
		fleet.addJob({
			jobId,
			firmwareId: DEMO.firmwareId,
			utcCreate: new Date(startsAt).toISOString(),
		});
		const rollout = new Rollout(fleet, { jobId, failingPercent: 8, startsAt });
		const options = { fleet, rollout, now: () => now, onRequest: () => (now += 2_000) };
		await onOperations(engine, options, async (bench) => {
			const [json] = jsonOf((await ask(bench)).outputs[0]);
			// 100 devices a minute begin, and as many end: over 7 requests of 2 s each about 25 of either.
			expect(Number(json?.total)).toBeGreaterThan(900);
			expect(Number(json?.total)).toBeLessThan(1100);
			expect(Number(json?.failureRate)).toBeGreaterThan(6);
			expect(Number(json?.failureRate)).toBeLessThan(10);
			const end = Date.parse(String(json?.estimatedEndTime));
			expect(end).toBeGreaterThan(now + MINUTE);
			expect(end).toBeLessThan(now + 30 * MINUTE);
			expect(json?.text).toMatch(
				/ are installing \(.*: testDevice\d+, since .* UTC\) and \d+ wait\. At this/,
			);
			expect(JSON.stringify(json)).not.toMatch(/NaN|Invalid/);
		});
	});

	it('given the options as they are, when it runs, then the chart is a file of the item', async () => {
		await onOperations(engine, {}, async (bench) => {
			const { outputs } = await ask(bench);
			const [file, ...others] = files(outputs[0]?.[0]);
			expect(others).toEqual([]);
			expect(file).toEqual([
				'chart',
				expect.objectContaining({ fileName: `progress-${jobId}.svg`, mimeType: 'image/svg+xml' }),
			]);
			const svg = await parseXml(Buffer.from(file?.[1].data ?? '', 'base64').toString('utf8'));
			expect(svg.children[0]?.text).toBe(`OTA job ${jobId}`);
		});
	});

	it.each([
		['Chart is off', { chart: false }, []],
		['Chart is off by text', { chart: '={{ "false" }}' }, []],
		['another field is named', { chartField: 'progress' }, ['progress']],
		['the name of the field is emptied', { chartField: '' }, ['chart']],
		['an expression names it', { chartField: '={{ "of job" }}' }, ['of job']],
	] as ReadonlyArray<[string, INodeParameters, string[]]>)(
		'given that %s, when it runs, then the file is there or not',
		async (_, options, names) => {
			await onOperations(engine, {}, async (bench) => {
				const { outputs, error } = await ask(bench, {}, options);
				expect(error).toBeUndefined();
				expect(files(outputs[0]?.[0]).map(([name]) => name)).toEqual(names);
			});
		},
	);

	it.each([
		['Put Chart in Field', { chartField: '={{ $json.nothing }}' }],
		['Put Chart in Field', { chartField: '={{ ["a"] }}' }],
		['Chart', { chart: '={{ "yes" }}' }],
	] as ReadonlyArray<[string, INodeParameters]>)(
		'given that %s cannot be used (%j), when it runs, then nothing is sent and the field is named',
		async (field, options) => {
			await onOperations(engine, {}, async (bench) => {
				const { error } = await ask(bench, {}, options);
				expect(error?.message).toMatch(new RegExp(`^${field} `));
				expect(bench.emulator.log).toEqual([]);
			});
		},
	);

	it('given three items of which the second names no job of the platform, when it continues, then each has its item', async () => {
		await onOperations(engine, {}, async (bench) => {
			const { outputs } = await ask(bench, {
				items: [jobId, OTHER, jobId].map((id) => ({ json: { id } })),
				parameters: { jobId: byId('={{ $json.id }}') },
				onError: 'continueRegularOutput',
			});
			expect(pairsOf(outputs[0])).toEqual([[0], [1], [2]]);
			const text = expect.stringMatching(TEXT);
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({ text }),
				{
					error: expect.stringMatching(/\(iot\.firmware\.InvalidOTAJobId\)$/),
					message: expect.stringMatching(/\.$/),
					details: expect.objectContaining({ action: 'QueryOTAJob' }),
				},
				expect.objectContaining({ text }),
			]);
			expect((outputs[0] ?? []).map((item) => files(item).length)).toEqual([1, 0, 1]);
		});
	});

	it('given a job that the platform does not have, when it stops on errors, then the error says so and one request left', async () => {
		await onOperations(engine, {}, async (bench) => {
			const { error } = await ask(bench, { parameters: { jobId: byId(OTHER) } });
			expect(error?.message).toMatch(/\(iot\.firmware\.InvalidOTAJobId\) \[item 0\]$/);
			expect(bench.emulator.log).toHaveLength(1);
		});
	});

	it('given a key that may not list tasks, when it runs, then the error names the action that it needs', async () => {
		const code = 'iot.common.RamActionPermissionDeny';
		await onOperations(
			engine,
			{
				faults: ({ action }) =>
					action === 'ListOTATaskByJob' ? { kind: 'code', code } : undefined,
			},
			async (bench) => {
				const { outputs } = await ask(bench, { onError: 'continueRegularOutput' });
				expect(jsonOf(outputs[0])).toMatchObject([
					{ error: expect.stringContaining(code), details: { code, action: 'ListOTATaskByJob' } },
				]);
			},
		);
	});

	it('given lists that do not say how long they are, when one is longer than a page, then the error says so', async () => {
		const fleet = buildFleet({ devices: 1000 });
		await onOperations(engine, { fleet, totals: 'blank' }, async (bench) => {
			const { error } = await ask(bench);
			expect(error?.message).toMatch(/^The platform does not say how many records a list has/);
			expect(bench.emulator.log.length).toBeLessThan(15);
		});
	});

	it.each([
		['bare lists', { listShape: 'bare' }],
		['a single record in place of a list', { listShape: 'single' }],
		['keys in PascalCase', { letterCase: 'pascal' }],
		['IDs printed as numbers', { bareNumbers: true }],
		['lists without a count', { totals: 'blank' }],
		['lists whose count is 0', { totals: 'zero' }],
	] as ReadonlyArray<[string, EmulatorOptions]>)(
		'given an instance with %s, when it runs, then the figures are the same',
		async (_, options) => {
			await onOperations(engine, options, async (bench) => {
				const { outputs } = await ask(bench);
				expect(jsonOf(outputs[0])).toMatchObject([
					{ jobId, total: 20, ended: 6, failureRate: 50, reasons: { lookedAt: 2, of: 2 } },
				]);
			});
		},
	);

	it('given an agent that asks, when it is answered, then with little text and without a file', async () => {
		await onOperations(engine, {}, async ({ emulator }) => {
			const call = await callTool(
				engine,
				credentialFor(emulator),
				{
					...{ resource: 'otaJob', operation: 'getProgress' },
					jobId: byId("={{ $fromAI('jobId', 'the job', 'string') }}"),
				},
				{ jobId },
			);
			expect(call?.answer).toMatchObject([{ text: expect.stringMatching(TEXT), total: 20 }]);
			expect(JSON.stringify(call?.answer).length).toBeLessThan(2_000);
		});
	});
});
