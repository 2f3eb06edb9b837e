import { DEMO } from '../emulator/fleet/fleets';
import type { Fleet } from '../emulator/fleet/fleet';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { runExample } from './engineRuns';
import type { ExamplePlan, ExampleRun } from './engineRuns';
import { standIns } from './standIns';
import type { Outside } from './standIns';
import { EARLIER, rolledOut } from '../emulator/fleet/rolledOut';

const { productKey, firmwareId, jobId } = DEMO;
const outside: Outside = { approves: true, formAnswer: {}, rows: [], told: [] };
let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(undefined, standIns(outside));
});
beforeEach(() => {
	outside.approves = true;
	outside.told.length = 0;
});

async function play(
	name: string,
	fleet: Fleet,
	look: (run: ExampleRun) => void,
	items?: ExamplePlan['items'],
): Promise<void> {
	await withEmulator({ fleet }, async (emulator) => {
		const run = await runExample(engine, emulator, name, { items });
		expect(run.execution.error).toBeUndefined();
		look(run);
	});
}

/** The names in the jobs that a run has made, a list for each job. */
function newJobs({ emulator }: ExampleRun, of: string): string[][] {
	const [, ...later] = emulator.fleet.jobsOfPackage(of);
	return later.map((job) =>
		emulator.fleet.tasksOfJob(job.jobId).map(({ deviceName }) => deviceName),
	);
}

const names = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => `testDevice${from + index + 1}`);

describe('stop-and-roll-back.json', () => {
	const goesWrong = [
		{
			...{ event: 'jobGoesWrong', productKey, firmwareId, jobId },
			...{ message: '4 of 14 count as failed.', deviceNames: names(14, 17) },
		},
	];

	it('given an approval, when a roll-out goes wrong, then it is stopped, told, and its devices get the earlier package', async () => {
		const fleet = rolledOut({ SUCCEEDED: 10, FAILED: 4, QUEUED: 3 });
		await play(
			'stop-and-roll-back.json',
			fleet,
			(run) => {
				expect(outside.told[0]).toEqual({
					text: '4 of 14 count as failed. All 3 devices were stopped.',
				});
				expect(outside.told[1]).toEqual({
					mail: '10 of 10 devices would get the earlier package.',
				});
				expect(newJobs(run, EARLIER.firmwareId)).toEqual([names(0, 10)]);
				expect(run.of('In a new job')).toHaveLength(10);
			},
			goesWrong,
		);
	});

	it('given a no, when a roll-out goes wrong, then it is stopped and nothing is rolled back', async () => {
		outside.approves = false;
		const fleet = rolledOut({ SUCCEEDED: 10, FAILED: 4, QUEUED: 3 });
		await play(
			'stop-and-roll-back.json',
			fleet,
			(run) => {
				expect(fleet.countByStatus()).toMatchObject({ QUEUED: 0, CANCELED: 3 });
				expect(newJobs(run, EARLIER.firmwareId)).toEqual([]);
			},
			goesWrong,
		);
	});
});

describe('retry-failed.json', () => {
	/** Of ten devices five failed, three of them for the reason that the example asks for. */
	function failedFleet(): Fleet {
		const fleet = rolledOut({ FAILED: 5, SUCCEEDED: 5 });
		for (const [place, taskDesc] of [
			'Battery low',
			'no space',
			'low BATTERY',
			'battery',
			'',
		].entries()) {
			fleet.setStatus(`testDevice${place + 1}`, 'FAILED', { jobId, taskDesc });
		}
		return fleet;
	}

	it('given an approval, when it runs, then the devices that failed for the reason get the package once more', async () => {
		await play('retry-failed.json', failedFleet(), (run) => {
			expect(outside.told).toEqual([{ mail: '3 devices would get the package once more.' }]);
			expect(newJobs(run, firmwareId)).toEqual([['testDevice1', 'testDevice3', 'testDevice4']]);
		});
	});

	it('given a no, when it runs, then nothing is created', async () => {
		outside.approves = false;
		await play('retry-failed.json', failedFleet(), (run) => {
			expect(newJobs(run, firmwareId)).toEqual([]);
		});
	});
});

describe('progress-to-chat.json', () => {
	it('given a running job, when it is due, then the chat is told where the job stands', async () => {
		await play('progress-to-chat.json', rolledOut({ SUCCEEDED: 6, QUEUED: 4 }), () => {
			expect(outside.told).toEqual([
				{ text: expect.stringMatching(new RegExp(`^Job ${jobId} .+60 % of its 10 devices`)) },
			]);
		});
	});

	it('given no running job, when it is due, then nothing is told', async () => {
		await play('progress-to-chat.json', rolledOut({ SUCCEEDED: 6 }), () => {
			expect(outside.told).toEqual([]);
		});
	});
});
