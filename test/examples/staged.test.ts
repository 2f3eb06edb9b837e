import type { Emulator } from '../emulator/emulator';
import { Fleet } from '../emulator/fleet/fleet';
import { DEMO, namesOf } from '../emulator/fleet/fleets';
import { NEXT } from '../emulator/fleet/rolledOut';
import { Rollouts } from '../emulator/fleet/rollouts';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { runExample } from './engineRuns';
import { standIns } from './standIns';
import type { Outside } from './standIns';
import { quickTime } from '../support/quickTime';

quickTime();

const EXAMPLE = 'staged-roll-out.json';
const DEVICES = 400;

const outside: Outside = { approves: true, formAnswer: {}, rows: [], told: [] };
let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(undefined, standIns(outside));
});
beforeEach(() => {
	outside.approves = true;
	outside.told.length = 0;
});

/** Devices on the old version, and a package whose jobs end at once; of each job so many percent fail. */
async function onRollout(
	failing: readonly number[],
	use: (emulator: Emulator) => Promise<void>,
): Promise<void> {
	const fleet = new Fleet();
	const { productKey } = DEMO;
	const { firmwareId } = NEXT;
	fleet.addProduct({ productKey });
	fleet.addPackage({ firmwareId, productKey, destVersion: '1.0.1', status: 0 });
	for (const deviceName of namesOf(DEVICES)) fleet.addDevice({ productKey, deviceName });
	const rollout = new Rollouts(fleet, (place) => ({
		failingPercent: failing[place] ?? 0,
		...{ notifiedFor: 0, installingFor: 0, devicesPerMinute: Infinity },
	}));
	await withEmulator({ fleet, rollout }, use);
}

async function start(emulator: Emulator): Promise<void> {
	const { execution } = await runExample(engine, emulator, EXAMPLE, { trigger: 'Start here' });
	expect(execution.error).toBeUndefined();
}

/** The newest job goes well, as the trigger tells it. */
async function goesWell(emulator: Emulator): Promise<void> {
	const { productKey } = DEMO;
	const { firmwareId } = NEXT;
	const jobId = emulator.fleet.jobs.at(-1)?.jobId ?? '';
	const items = [{ event: 'jobGoesWell', productKey, firmwareId, jobId }];
	const trigger = 'When a job goes well';
	const run = await runExample(engine, emulator, EXAMPLE, { items, trigger });
	expect(run.execution.error).toBeUndefined();
}

const sizesOfJobs = ({ fleet }: Emulator) =>
	fleet.jobs.map(({ jobId }) => fleet.tasksOfJob(jobId).length);
const texts = () => outside.told.flatMap(({ text }) => (text === undefined ? [] : [text]));

describe('the stages of staged-roll-out.json', () => {
	it('given a sound package, when each stage goes well, then they come one after the other, a person is asked once, and each device is named once', async () => {
		await onRollout([], async (emulator) => {
			await start(emulator);
			const seen = [sizesOfJobs(emulator)];
			for (let stage = 1; stage <= 4; stage++) {
				await goesWell(emulator);
				seen.push(sizesOfJobs(emulator));
			}
			expect(seen).toEqual([
				[2],
				[2, 18],
				[2, 18, 80],
				[2, 18, 80, 200, 100],
				[2, 18, 80, 200, 100],
			]);
			const names = emulator.fleet.tasks.map(({ deviceName }) => deviceName);
			expect(new Set(names).size).toBe(DEVICES);
			expect(outside.told.filter(({ mail }) => mail !== undefined)).toHaveLength(1);
			expect(texts()).toEqual([
				'Package 169: 18 more devices get the update, 20 of 400 in all.',
				'Package 169: 80 more devices get the update, 100 of 400 in all.',
				'Package 169: 300 more devices get the update, 400 of 400 in all.',
				'Package 169: all 400 devices have had the update. The roll-out is complete.',
			]);
		});
	});

	it('given a person who says no, when the stage of 25 % is due, then no job is created', async () => {
		outside.approves = false;
		await onRollout([], async (emulator) => {
			await start(emulator);
			await goesWell(emulator);
			await goesWell(emulator);
			expect(sizesOfJobs(emulator)).toEqual([2, 18]);
		});
	});

	it('given a job of a stage that failed, when another goes well, then the next stage waits', async () => {
		await onRollout([0, 50], async (emulator) => {
			await start(emulator);
			await goesWell(emulator);
			await goesWell(emulator);
			expect(texts().at(-1)).toBe(
				'A job of package 169 went well. The next stage waits for 1 more.',
			);
		});
	});
});
