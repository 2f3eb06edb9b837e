import type { INodeParameters } from 'n8n-workflow';
import { Fleet } from '../emulator/fleet/fleet';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { by, CHOSEN, look as lookWith } from './looks';
import type { Look } from './looks';
import { quickTime } from '../support/quickTime';

quickTime();

const look = async (method: string, given?: Look) => await lookWith(engine, method, given);
const { productKey, firmwareId, jobId } = DEMO;

/** Products lamp1, lamp2 …, oldest first. */
function fleetOfProducts(count: number): Fleet {
	const fleet = new Fleet();
	for (let index = 1; index <= count; index++) {
		fleet.addProduct({ productKey: `key${index}`, productName: `Lamp ${index}` });
	}
	return fleet;
}

interface FleetOfJobs {
	readonly fleet: Fleet;
	/** The ID of the one verification, which is cancelled. */
	readonly cancelled: string;
}

/** A job that runs, and after it one in each of the other states. */
function fleetOfJobs(): FleetOfJobs {
	const fleet = buildFleet({ devices: 2 });
	const created = (day: number) => ({ firmwareId, utcCreate: `2025-01-0${day}T03:04:05.000Z` });
	const verification = { jobType: 'VERIFY_FIRMWARE', jobStatus: 'CANCELED' } as const;
	const { jobId: cancelled } = fleet.addJob({ ...created(2), ...verification });
	fleet.addJob({ ...created(3), jobStatus: 'COMPLETED' });
	fleet.addJob({ ...created(4), jobStatus: 'PLANNED' });
	return { fleet, cancelled };
}

describe('the lists to pick from', () => {
	it.each([
		['searchProducts', ['Street Lamp (k1nhvyl0001)'], [productKey]],
		['searchPackages', ['lamp-firmware (1.0.1)'], [firmwareId]],
		['searchJobs', ['Running, 2024-11-11 11:11 UTC, roll-out, …660001'], [jobId]],
		['searchModules', ['ble (Bluetooth)', 'mcu (Controller)'], ['ble', 'mcu']],
	])(
		'given the demo fleet, when %s is opened, then it offers %j',
		async (method, names, values) => {
			expect(await look(method)).toMatchObject({ names, values, hasMore: false });
		},
	);

	it('given the demo fleet, when searchDevices is opened, then each device has nickname and state', async () => {
		const { names, values } = await look('searchDevices');
		expect(names).toHaveLength(20);
		expect(names.slice(-3)).toEqual([
			'testDevice3 (Town hall, not activated)',
			'testDevice2 (Main Street 2, offline)',
			'testDevice1 (Main Street 1, online)',
		]);
		expect(values.at(-1)).toBe('testDevice1');
	});

	const SHAPES = [
		{ listShape: 'bare' },
		{ letterCase: 'pascal' },
		{ listShape: 'bare', letterCase: 'pascal' },
		{ listShape: 'single', bareNumbers: true },
	] as const;
	it.each(
		[
			['searchProducts', productKey],
			['searchPackages', firmwareId],
			['searchJobs', jobId],
			['searchDevices', 'testDevice1'],
			['searchModules', 'mcu'],
		].flatMap(([method, value]) => SHAPES.map((on) => ({ method, value, on }))),
	)('given answers with $on, when $method is opened, then it offers $value', async (given) => {
		const { method = '', value, on } = given;
		expect((await look(method, { on })).values).toContain(value);
	});

	it('given jobs of every state and both kinds, when jobs are listed, then those that are not over come first, and state, time, kind and the end of the ID tell them apart', async () => {
		const { fleet } = fleetOfJobs();
		const { names } = await look('searchJobs', { on: { fleet } });
		expect(names).toEqual([
			expect.stringMatching(/^Running, 2024-11-11 11:11 UTC, roll-out, …\d{6}$/),
			expect.stringMatching(/^Planned, 2025-01-04 03:04 UTC, roll-out, …\d{6}$/),
			expect.stringMatching(/^Cancelled, 2025-01-02 03:04 UTC, verification, …\d{6}$/),
			expect.stringMatching(/^Completed, 2025-01-03 03:04 UTC, roll-out, …\d{6}$/),
		]);
	});

	it.each([
		['the whole ID', ({ cancelled }: FleetOfJobs) => cancelled],
		['the end of the ID as it is shown', ({ cancelled }: FleetOfJobs) => cancelled.slice(-6)],
		['the state as the platform spells it', () => 'CANCELED'],
		['the state as it is shown', () => 'cancelled'],
		['the time', () => '2025-01-02'],
		['the kind', () => 'verification'],
	])('given jobs, when %s is typed, then the job is found', async (_, typed) => {
		const jobs = fleetOfJobs();
		const on = { fleet: jobs.fleet };
		const { values } = await look('searchJobs', { on, filter: typed(jobs) });
		expect(values).toEqual([jobs.cancelled]);
	});

	it.each(['IN_PROGRESS', 'in progress', 'running'])(
		'given jobs, when %s is typed, then the one that runs is found',
		async (filter) => {
			const { values } = await look('searchJobs', { on: { fleet: fleetOfJobs().fleet }, filter });
			expect(values).toEqual([jobId]);
		},
	);

	it.each(['UNACTIVE', 'not activated'])(
		'given devices, when their state %s is typed, then those in it are found',
		async (filter) => {
			const { names } = await look('searchDevices', { filter });
			expect(names).toContain('testDevice3 (Town hall, not activated)');
			expect(names.every((name) => name.includes('not activated'))).toBe(true);
		},
	);

	it('given packages of two products, when one product is chosen, then only its packages are offered', async () => {
		const fleet = buildFleet({ devices: 1 });
		fleet.addProduct({ productKey: 'other' });
		fleet.addPackage({ firmwareId: '9', productKey: 'other' });
		const values = async (parameters: INodeParameters) =>
			(await look('searchPackages', { on: { fleet }, parameters })).values;
		expect(await values(CHOSEN)).toEqual([firmwareId]);
		expect(await values({ productKey: by('other') })).toEqual(['9']);
		expect([...(await values({}))].sort()).toEqual([firmwareId, '9'].sort());
	});
});

describe('searching and scrolling', () => {
	it.each([
		['a name in other letters', 'LAMP 250', ['key250']],
		['a part of a value', 'KEY25', ['key25', ...range(250, 259).map((n) => `key${n}`)]],
		['nothing that exists', 'kettle', []],
		['blanks only', '  ', range(1, 200).map((n) => `key${n}`)],
	])('given 300 products, when %s is typed, then the matches come', async (_, filter, expected) => {
		const on = { fleet: fleetOfProducts(300) };
		const { values } = await look('searchProducts', { on, filter, scrolls: 1 });
		expect(values.slice(0, expected.length)).toEqual(expected);
		if (filter.trim() !== '') expect(values).toHaveLength(expected.length);
	});

	it('given 450 products, when a user scrolls, then each comes once and in the end there is no more', async () => {
		const on = { fleet: fleetOfProducts(450) };
		const first = await look('searchProducts', { on });
		expect([first.values.length, first.hasMore]).toEqual([200, true]);
		const { values, hasMore, log } = await look('searchProducts', { on, scrolls: 9 });
		expect(values).toEqual(range(1, 450).map((n) => `key${n}`));
		expect([hasMore, log.length]).toEqual([false, 3]);
	});

	it('given 1,200 devices, when a part of an old name is typed, then at most 10 pages and one device are read at a look', async () => {
		const on = { fleet: buildFleet({ devices: 1_200 }) };
		const first = await look('searchDevices', { on, filter: 'device55' });
		expect(first).toMatchObject({ values: [], hasMore: true });
		expect(first.log.map(({ action }) => action)).toEqual([
			...Array<string>(10).fill('QueryDevice'),
			'QueryDeviceDetail',
		]);
		const { values } = await look('searchDevices', { on, filter: 'device55', scrolls: 20 });
		expect(values).toEqual([...range(550, 559).reverse(), 55].map((n) => `testDevice${n}`));
	});

	it('given 100,000 devices, when the oldest is typed in full, then it is offered after 11 requests and once only', async () => {
		const on = { fleet: buildFleet({ devices: 100_000 }) };
		const { names, values, log } = await look('searchDevices', { on, filter: 'testDevice7' });
		expect(values[0]).toBe('testDevice7');
		expect(names[0]).toBe('testDevice7 (online)');
		expect(log.length).toBeLessThanOrEqual(11);
	});

	it('given a device typed in full that a later page has too, when a user scrolls, then it comes once', async () => {
		const on = { fleet: buildFleet({ devices: 120 }) };
		const { values } = await look('searchDevices', { on, filter: 'testDevice1', scrolls: 9 });
		expect(values.filter((value) => value === 'testDevice1')).toHaveLength(1);
		expect(values).toHaveLength(1 + 10 + 21);
	});

	it.each([
		['a device on the first page', 'testDevice120', { devices: 120 }],
		['a name that no device has, in a list read to its end', 'ghost', { devices: 120 }],
		['words', 'test device', { devices: 1_200 }],
	])('given %s, when it is typed, then no single device is asked for', async (_, filter, plan) => {
		const on = { fleet: buildFleet(plan) };
		const { log } = await look('searchDevices', { on, filter });
		expect(new Set(log.map(({ action }) => action))).toEqual(new Set(['QueryDevice']));
	});
});

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
