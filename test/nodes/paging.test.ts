import { CANCELLABLE } from '../emulator/fleet/records';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import type { Fleet } from '../emulator/fleet/fleet';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';
import type { Bench } from './bench';

const options = { requestsPerSecond: 100 };
const tasksOfJob = {
	resource: 'otaTask',
	operation: 'getManyByJob',
	jobId: { __rl: true, mode: 'id', value: DEMO.jobId },
	options,
};
const devicesOfProduct = {
	resource: 'device',
	operation: 'getMany',
	productKey: { __rl: true, mode: 'id', value: DEMO.productKey },
	which: 'all',
	options,
};

async function read({ run }: Bench, parameters: object) {
	const { outputs, error } = await run({ items: [{}], parameters: { ...parameters } });
	expect(error).toBeUndefined();
	return jsonOf(outputs[0]);
}

/** The names of these records in the order of their numbers, so that lists can be compared. */
const namesOf = (records: ReadonlyArray<{ deviceName?: unknown }>) =>
	records.map(({ deviceName }) => String(deviceName)).sort();
const namesOfFleet = (fleet: Fleet) => namesOf(fleet.devices);

describe('Return All and Limit', () => {
	it('given 1,234 tasks, when all are asked for, then each is an item, in 13 requests', async () => {
		const fleet = buildFleet({ devices: 1_234 });
		await onBench(engine, { fleet }, async (bench) => {
			const items = await read(bench, { ...tasksOfJob, returnAll: true });
			expect(namesOf(items)).toEqual(namesOfFleet(fleet));
			expect(bench.emulator.log.map(({ parameters }) => parameters.PageSize)).toEqual(
				Array(13).fill('100'),
			);
		});
	});

	it('given 1,234 queued tasks of which some leave the list after each page, when all are asked for, then none is missed or twice', async () => {
		const fleet = buildFleet({ devices: 1_234 });
		let gone = 0;
		const onRequest = () => {
			for (const last = gone + 9; gone < last; ) {
				fleet.setStatus(`testDevice${++gone}`, 'SUCCEEDED');
			}
		};
		await onBench(engine, { fleet, onRequest }, async (bench) => {
			const filters = { taskStatus: CANCELLABLE[1] };
			const items = await read(bench, { ...tasksOfJob, filters, returnAll: true });
			expect(namesOf(items)).toEqual(namesOfFleet(fleet));
			expect(bench.emulator.log.length).toBeLessThanOrEqual(2 * 13);
		});
	});

	it('given 1,234 tasks and pages that repeat records, when all are asked for, then none is missed or twice', async () => {
		const fleet = buildFleet({ devices: 1_234 });
		await onBench(engine, { fleet, pages: 'repeating' }, async (bench) => {
			const items = await read(bench, { ...tasksOfJob, returnAll: true });
			expect(namesOf(items)).toEqual(namesOfFleet(fleet));
			expect(bench.emulator.log.length).toBeLessThanOrEqual(15);
		});
	});

	it('given pages that lose records for good, when all are asked for, then it ends and none is twice', async () => {
		const fleet = buildFleet({ devices: 1_234 });
		await onBench(engine, { fleet, pages: 'shrinking' }, async (bench) => {
			const names = namesOf(await read(bench, { ...tasksOfJob, returnAll: true }));
			expect(new Set(names).size).toBe(names.length);
			expect(bench.emulator.log.length).toBeLessThanOrEqual(2 * 13);
		});
	});

	it.each([
		[7, ['7']],
		[100, ['100']],
		[250, ['100', '100', '100']],
	])(
		'given 1,234 tasks, when %i are asked for, then just so many come, in pages of %j',
		async (...given) => {
			const [limit, sizes] = given;
			await onBench(engine, { fleet: buildFleet({ devices: 1_234 }) }, async (bench) => {
				const items = await read(bench, { ...tasksOfJob, returnAll: false, limit });
				expect(new Set(namesOf(items)).size).toBe(limit);
				expect(items).toHaveLength(limit);
				expect(bench.emulator.log.map(({ parameters }) => parameters.PageSize)).toEqual(sizes);
			});
		},
	);

	it('given 10,050 devices, when all are asked for, then the pages beyond the 10,000th device carry the token', async () => {
		const fleet = buildFleet({ devices: 10_050 });
		await onBench(engine, { fleet }, async (bench) => {
			const items = await read(bench, { ...devicesOfProduct, returnAll: true });
			expect(namesOf(items)).toEqual(namesOfFleet(fleet));
			const withToken = bench.emulator.log
				.filter(({ parameters }) => parameters.NextToken)
				.map(({ parameters }) => parameters.CurrentPage);
			expect(withToken).toEqual(['201']);
			expect(bench.emulator.log.every(({ code }) => code === '')).toBe(true);
		});
	}, 60_000);
});
