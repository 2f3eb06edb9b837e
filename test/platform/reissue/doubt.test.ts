import { ReissueMemory } from '../../../platform/reissue/memory';
import { DEMO } from '../../emulator/fleet/fleets';
import { BEGIN, RETRY, refusalOf, Room, standings } from './room';

const { firmwareId } = DEMO;
const MINUTE = 60_000;
const now = (shift = 0) => new Date(BEGIN + shift).toISOString();

describe('a job of the package that does not show all of its tasks', () => {
	it('given one that is fresh and shows none, when devices are looked for, then each may be in it and none is put into another', async () => {
		const room = new Room(3, 'FAILED');
		const { jobId } = room.fleet.addJob({ firmwareId, utcCreate: now(-MINUTE) });
		const result = await room.putRight(RETRY);
		expect(standings(result)).toEqual({ 'unknown unsettled': 3 });
		expect(result).toMatchObject({
			value: [{ standing: { jobId } }, { standing: { jobId } }, { standing: { jobId } }],
		});
		expect(room.time.now()).toBe(14_000);
	});

	it('given the same once it is old, when devices are looked for, then it has none and they are put into a job', async () => {
		const room = new Room(3, 'FAILED');
		room.fleet.addJob({ firmwareId, utcCreate: now(-21 * MINUTE) });
		expect(standings(await room.putRight(RETRY))).toEqual({ created: 3 });
		expect(room.time.now()).toBe(0);
	});

	it('given its tasks come in while it is counted, when they stand still, then who is in it is told so and the others go into a new job', async () => {
		const room = new Room(3, 'FAILED');
		const { jobId } = room.fleet.addJob({ firmwareId, utcCreate: now(-MINUTE) });
		room.fleet.addTask({ jobId, deviceName: 'testDevice1' });
		let counted = 0;
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) => {
			const isCount = asked.parameters.JobId === jobId && asked.parameters.PageSize === 1;
			if (isCount && ++counted === 2) room.fleet.addTask({ jobId, deviceName: 'testDevice2' });
			return await room.platform.call(asked);
		});
		expect(standings(result)).toEqual({ alreadyInJob: 2, created: 1 });
		expect(room.time.now()).toBe(6_000);
	});

	it('given one that is planned for later, when devices are looked for, then each may be in it', async () => {
		const room = new Room(2, 'FAILED');
		const job = { firmwareId, jobStatus: 'PLANNED', utcCreate: now(-60 * MINUTE) } as const;
		room.fleet.addJob(job);
		expect(standings(await room.putRight(RETRY))).toEqual({ 'unknown unsettled': 2 });
		expect(room.newJobs).toEqual([]);
	});

	it('given one without a time, when devices are looked for, then nothing is created', async () => {
		const room = new Room(2, 'FAILED');
		room.fleet.addJob({ firmwareId, utcCreate: '' });
		expect(refusalOf(await room.putRight(RETRY))).toMatch(/^OTA Job cannot be put right/);
		expect(room.newJobs).toEqual([]);
	});

	it('given one that is older than the job itself, when devices are looked for, then its tasks do not count', async () => {
		const room = new Room(2, 'FAILED');
		const { jobId } = room.fleet.addJob({ firmwareId, utcCreate: '2024-01-01T00:00:00.000Z' });
		room.fleet.addTask({ jobId, deviceName: 'testDevice1', taskStatus: 'SUCCEEDED' });
		expect(standings(await room.putRight(RETRY))).toMatchObject({ created: 1, alreadyRuns: 1 });
	});
});

describe('a create that got no answer', () => {
	it('given its job is not listed yet, when the node runs again in the same run, then its devices stay unknown and the others go into jobs', async () => {
		const room = new Room(250, 'FAILED');
		const memory = new ReissueMemory();
		const first = await room.putRight(RETRY, memory, room.losingFirst());
		const [lost = []] = room.newJobs;
		expect(standings(first)).toEqual({
			'unknown unanswered': lost.length,
			skipped: 250 - lost.length,
		});
		room.platform.hidden.add(room.fleet.jobs.at(-1)?.jobId ?? '');

		const again = await room.putRight(RETRY, memory);
		expect(standings(again)).toEqual({
			...{ 'unknown unanswered': lost.length, created: 250 - lost.length },
		});
		room.platform.hidden.clear();
		expect(new Set(room.newJobs.flat()).size).toBe(250);
		expect(room.newJobs.flat()).toHaveLength(250);

		const later = await room.putRight(RETRY, memory);
		expect(standings(later)).toEqual({ alreadyInJob: lost.length, created: 250 - lost.length });
		expect(room.newJobs.flat()).toHaveLength(250);
	});

	it('given the workflow is stopped while the platform has the request, when it ends, then the devices are unknown and nothing after it is sent', async () => {
		const room = new Room(250, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) => {
			const outcome = await room.platform.call(asked);
			if (asked.action !== 'CreateOTAStaticUpgradeJob') return outcome;
			return { ok: false, fault: { kind: 'stopped' }, attempts: 1, inDoubt: false };
		});
		expect(room.newJobs).toHaveLength(1);
		expect(standings(result)).toMatchObject({ 'unknown unanswered': room.newJobs[0]?.length });
	});

	it('given a yes without the ID of the job, when it comes, then the devices are unknown and nothing after it is sent', async () => {
		const room = new Room(250, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) => {
			const outcome = await room.platform.call(asked);
			if (!outcome.ok || asked.action !== 'CreateOTAStaticUpgradeJob') return outcome;
			return { ...outcome, answer: { ...outcome.answer, json: { Success: true } } };
		});
		expect(room.newJobs).toHaveLength(1);
		expect(standings(result)).toMatchObject({ 'unknown unanswered': expect.any(Number) });
		expect(standings(result).skipped).toBeGreaterThan(0);
	});
});

describe('a new job whose tasks show late', () => {
	/** The list of tasks of new jobs is empty until so many ms have passed. */
	const lateBy =
		(room: Room, ms: number) => async (asked: Parameters<typeof room.platform.call>[0]) => {
			const outcome = await room.platform.call(asked);
			const isNew = asked.action === 'ListOTATaskByJob' && asked.parameters.JobId !== DEMO.jobId;
			if (!isNew || !outcome.ok || room.time.now() >= ms) return outcome;
			return { ...outcome, answer: { ...outcome.answer, json: { Data: [], Total: 0 } } };
		};

	it('given they show within half a minute, when they are looked for, then the devices are created', async () => {
		const room = new Room(3, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), lateBy(room, 10_000));
		expect(standings(result)).toEqual({ created: 3 });
	});

	it('given they do not, when the look is over, then the devices are unknown, and the next run waits for them', async () => {
		const room = new Room(3, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), lateBy(room, 40_000));
		expect(standings(result)).toEqual({ 'unknown unseen': 3 });
		expect(room.time.now()).toBe(30_000);
		const again = await room.putRight(RETRY, new ReissueMemory(), lateBy(room, 36_000));
		expect(standings(again)).toEqual({ alreadyInJob: 3 });
		expect(room.newJobs).toHaveLength(1);
	});
});

describe('a list of devices', () => {
	it('given it leaves a device out, when it is read, then the platform does not know that device and the others go', async () => {
		const room = new Room(3, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) => {
			const { parameters, action } = asked;
			if (action !== 'BatchQueryDeviceDetail') return await room.platform.call(asked);
			const DeviceName = ['testDevice1', 'testDevice3'];
			return await room.platform.call({ action, parameters: { ...parameters, DeviceName } });
		});
		expect(standings(result)).toEqual({ created: 2, failed: 1 });
	});

	it('given records of another form, when it is read, then nothing is said of versions and all go', async () => {
		const room = new Room(3, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) => {
			const outcome = await room.platform.call(asked);
			if (!outcome.ok || asked.action !== 'BatchQueryDeviceDetail') return outcome;
			const json = { Data: { Data: [{ name: 'testDevice1' }] }, Success: true };
			return { ...outcome, answer: { ...outcome.answer, json } };
		});
		expect(standings(result)).toEqual({ created: 3 });
	});
});
