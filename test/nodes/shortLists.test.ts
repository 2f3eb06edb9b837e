import type { IDataObject } from 'n8n-workflow';
import type { EmulatorOptions } from '../emulator/emulator';
import { Fleet } from '../emulator/fleet/fleet';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';
import { by, look } from './looks';
import { MINUTE, onWatchBench } from './watchBench';

const { productKey, firmwareId, jobId } = DEMO;
const id = (value: string) => ({ __rl: true, mode: 'id', value });

/** A fleet of which every list takes several pages. */
function largeFleet(): Fleet {
	const fleet = buildFleet({ devices: 250 });
	for (let n = 0; n < 449; n++) {
		fleet.addProduct({ productKey: `key${n}` });
		fleet.addJob({ firmwareId });
	}
	for (let n = 0; n < 249; n++) fleet.addPackage({ productKey });
	return fleet;
}

/** Each list that comes in pages: the fields to read it by, its page and how many records it has. */
const LISTS: ReadonlyArray<readonly [string, IDataObject, number, number]> = [
	['product.getMany', {}, 200, 450],
	['device.getMany', { productKey: id(productKey), which: 'all' }, 50, 250],
	['otaPackage.getMany', { productKey: id(productKey) }, 100, 250],
	['otaJob.getManyByPackage', { firmwareId: id(firmwareId) }, 200, 450],
	['otaTask.getManyByJob', { jobId: id(jobId) }, 100, 250],
];

async function readAll(
	on: EmulatorOptions,
	name: string,
	fields: IDataObject,
	settings: { readonly onError?: 'continueErrorOutput'; readonly limit?: number } = {},
) {
	const [resource, operation] = name.split('.');
	const { onError, limit } = settings;
	const wanted = limit === undefined ? { returnAll: true } : { returnAll: false, limit };
	const options = { requestsPerSecond: 100 };
	const parameters = { resource, operation, ...fields, ...wanted, options };
	let seen = { items: [] as IDataObject[], errors: [] as IDataObject[], message: '', hints: [''] };
	await onBench(engine, { fleet: largeFleet(), ...on }, async ({ run }) => {
		const { outputs, error, hints } = await run({
			items: [{}],
			parameters: { ...parameters },
			onError,
		});
		seen = {
			items: jsonOf(outputs[0]),
			errors: jsonOf(outputs[1]),
			message: error?.message ?? '',
			hints: hints.map(({ message }) => message),
		};
	});
	return seen;
}

describe('a read of a list that is not whole', () => {
	describe.each(LISTS)('given %s', (name, fields, page, total) => {
		it.concurrent.each(['cut', 'stuck'] as const)(
			'when its pages are %s, then it ends with both figures, and what was read comes out with Continue',
			async (pages) => {
				const both = new RegExp(`counts ${total} records and gave ${page}\\b`);
				expect((await readAll({ pages }, name, fields)).message).toMatch(both);
				const onError = 'continueErrorOutput';
				const { items, errors } = await readAll({ pages }, name, fields, { onError });
				expect(items).toHaveLength(page);
				expect(errors).toMatchObject([
					{ error: expect.stringMatching(both), details: { read: page, total } },
				]);
			},
		);

		it.concurrent.each([
			['zero', /counts "0" records in the list, but gave/],
			['blank', /does not say how many records the list has, but gave/],
		] as const)(
			'when it counts %s beside its records, then all come, with a hint',
			async (totals, hint) => {
				const { items, message, hints } = await readAll({ totals }, name, fields);
				expect([items.length, message]).toEqual([total, '']);
				expect(hints).toEqual([expect.stringMatching(hint)]);
				expect(hints[0]).toContain(String(total));
			},
		);

		it.concurrent('when no more is wanted than comes, then there is nothing to say', async () => {
			const { items, message, hints } = await readAll({ pages: 'cut' }, name, fields, { limit: 5 });
			expect([items.length, message, hints]).toEqual([5, '', []]);
		});
	});
});

describe('a picker whose list is not whole', () => {
	const PICKERS: ReadonlyArray<readonly [string, number, number]> = [
		['searchProducts', 200, 450],
		['searchPackages', 100, 250],
		['searchJobs', 200, 450],
		['searchDevices', 50, 250],
	];
	const parameters = { productKey: by(productKey), firmwareId: by(firmwareId) };

	describe.each(PICKERS)('given %s', (method, page, total) => {
		it.concurrent.each(['cut', 'stuck'] as const)(
			'when its pages are %s and somebody scrolls, then it says so with both figures',
			async (pages) => {
				const on = { fleet: largeFleet(), pages };
				await expect(look(engine, method, { on, parameters, scrolls: 9 })).rejects.toThrow(
					new RegExp(`counts ${total} records and gave ${page}\\b`),
				);
			},
		);

		it.concurrent.each(['zero', 'blank'] as const)(
			'when it counts %s beside its records, then all can be scrolled to',
			async (totals) => {
				const on = { fleet: largeFleet(), totals };
				const { values, hasMore } = await look(engine, method, { on, parameters, scrolls: 9 });
				expect(new Set(values).size).toBe(total);
				expect(hasMore).toBe(false);
			},
		);
	});

	it('given a device that is typed in full, when the list is cut, then it is found all the same', async () => {
		const on = { fleet: largeFleet(), pages: 'cut' } as const;
		const { values } = await look(engine, 'searchDevices', {
			on,
			parameters,
			filter: 'testDevice7',
		});
		expect(values).toEqual(['testDevice7']);
	});
});

describe('a trigger whose lists are not whole', () => {
	const badFleet = () =>
		buildFleet({
			devices: 250,
			status: (at) => (at < 60 ? 'FAILED' : at < 100 ? 'SUCCEEDED' : 'QUEUED'),
		});
	const existing = { startWith: 'existing' };

	it.each(['cut', 'stuck'] as const)(
		'given a bad job, when the pages of its tasks are %s, then it is told, with what is missing in its words',
		async (pages) => {
			const setup = { fleet: badFleet(), pages, options: existing };
			await onWatchBench(engine, setup, async ({ workflow }) => {
				const { items } = await workflow.activate();
				expect(items).toMatchObject([
					{ failures: 60, message: expect.stringContaining('counts 250 records and gave 100') },
				]);
			});
		},
	);

	it('given a bad job whose failed tasks are beyond what comes, when it is polled, then the counts tell it', async () => {
		const fleet = buildFleet({ devices: 250, status: (at) => (at < 190 ? 'QUEUED' : 'FAILED') });
		const setup = { fleet, pages: 'cut' as const, options: existing };
		await onWatchBench(engine, setup, async ({ workflow }) => {
			const { items } = await workflow.activate();
			expect(items).toMatchObject([{ failures: 60, sample: 60, failureRate: 100 }]);
			expect(items[0]?.deviceNames).toHaveLength(100);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});

	it('given failed tasks, when their list is cut, then those that came are told, once, and the next poll reports what is missing', async () => {
		const fleet = buildFleet({ devices: 250, status: 'FAILED' });
		buildFleet({ devices: 1, name: () => 'waiting', into: fleet });
		const parameters = { event: 'taskFailed' };
		const setup = { fleet, pages: 'cut' as const, parameters, options: existing };
		await onWatchBench(engine, setup, async ({ workflow }) => {
			const firstLine = engine.logLines.length;
			expect((await workflow.activate()).items).toHaveLength(100);
			expect(engine.logLines.slice(firstLine).join()).toMatch(/counts 250 records and gave 100/);
			const { items, error } = await workflow.poll();
			expect(items).toEqual([]);
			expect(error?.message).toMatch(/counts 250 records and gave 100/);
			expect((await workflow.poll()).error).toBeUndefined();
		});
	});

	it('given a list of jobs that is cut, when a user activates the workflow, then it becomes active and the next poll says so', async () => {
		const fleet = largeFleet();
		const setup = { fleet, pages: 'cut' as const, parameters: { event: 'jobFinished' } };
		await onWatchBench(engine, setup, async ({ workflow, pass }) => {
			expect(await workflow.activate()).toMatchObject({ items: [], error: undefined });
			pass(MINUTE);
			expect((await workflow.poll()).error?.message).toMatch(/counts 450 records and gave 200/);
		});
	});

	it.each(['zero', 'blank'] as const)(
		'given counts that are %s, when a job is bad, then it is told with true figures',
		async (totals) => {
			const setup = { fleet: badFleet(), totals, options: existing };
			await onWatchBench(engine, setup, async ({ workflow }) => {
				const { items } = await workflow.activate();
				expect(items).toMatchObject([{ failures: 60, sample: 100 }]);
				expect(items[0]?.deviceNames).toHaveLength(150);
			});
		},
	);
});
