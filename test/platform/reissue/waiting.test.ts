import { ReissueMemory } from '../../../platform/reissue/memory';
import { refused } from '../../support/fleetPlatform';
import { BACK, refusalOf, Room, standings } from './room';

const half = (index: number) => (index % 2 === 0 ? 'SUCCEEDED' : 'QUEUED');

describe('what waits, when a job is rolled back', () => {
	it('given the cancel takes ten seconds to show, when it is waited for, then the devices that succeeded are rolled back after it', async () => {
		const room = new Room(6, half, { cancelDelay: 10_000 });
		expect(standings(await room.putRight(BACK))).toEqual({ created: 3, cancelled: 3 });
		expect(room.time.now()).toBeGreaterThanOrEqual(10_000);
	});

	it('given the cancel does not show within a minute, when the look is over, then nothing is rolled back and the refusal says how many wait', async () => {
		const room = new Room(6, half, { cancelDelay: 600_000 });
		expect(refusalOf(await room.putRight(BACK))).toBe(
			'OTA Job has 3 tasks that still wait a minute after the platform took their cancel',
		);
		expect(room.time.now()).toBeLessThanOrEqual(60_000);
		expect(room.newJobs).toEqual([]);
	});

	it('given somebody else cancels the job just before, when the cancel is refused for it, then the look shows it and the others are rolled back', async () => {
		const room = new Room(6, half);
		const result = await room.putRight(BACK, new ReissueMemory(), async (asked) => {
			const outcome = await room.platform.call(asked);
			if (asked.action !== 'CancelOTATaskByJob') return outcome;
			const fault = refused('iot.firmware.JobAlreadyCanceled');
			return { ok: false, fault, attempts: 1, inDoubt: false };
		});
		expect(standings(result)).toEqual({ created: 3, cancelled: 3 });
	});

	it('given the cancel is refused for another reason, when it is told, then nothing is rolled back', async () => {
		const room = new Room(6, half);
		const result = await room.putRight(BACK, new ReissueMemory(), async (asked) => {
			if (asked.action !== 'CancelOTATaskByJob') return await room.platform.call(asked);
			const fault = refused('iot.firmware.CancelOTATaskByJobFailed');
			return { ok: false, fault, attempts: 1, inDoubt: false };
		});
		expect(refusalOf(result)).toBe('refused');
		expect(room.newJobs).toEqual([]);
	});
});
