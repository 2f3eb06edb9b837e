import { buildFleet, DEMO } from '../fleet/fleets';
import { IDLE, idleFleet } from '../fleet/idleFleet';
import { call, dataOf, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey, firmwareId: FirmwareId } = IDLE;
const ACTION = 'CreateOTAStaticUpgradeJob';
const ALL = { ProductKey, FirmwareId, TargetSelection: 'ALL' };
const RegionId = 'cn-shanghai';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FORM = 'iot.common.InvalidFormattedParameter';

describe("given what Alibaba Cloud's own endpoint takes beside", () => {
	it('when no region is named, then none of it is taken', async () => {
		await expectCodes({ fleet: idleFleet() }, ACTION, [
			[{ ...ALL, GroupType: 'LINK_PLATFORM' }, 'UnsupportedParameter'],
			[{ ...ALL, MaximumPerMinute: 10 }, 'UnsupportedParameter'],
			[{ ...ALL, OverwriteMode: 1 }, 'UnsupportedParameter'],
			[{ ...ALL, ScheduleTime: Date.now() + DAY }, 'UnsupportedParameter'],
			[ALL, ''],
		]);
		const { jobId: JobId } = DEMO;
		await expectCodes({ fleet: buildFleet({ devices: 1 }) }, 'CancelOTATaskByJob', [
			[{ JobId, CancelScheduledTask: true }, 'UnsupportedParameter'],
			[{ JobId, CancelInProgressTask: true }, 'UnsupportedParameter'],
			[{ JobId, RegionId, CancelScheduledTask: true }, ''],
		]);
	});

	it('when a region is named, then a value beyond its bounds is refused', async () => {
		const now = Date.now();
		const at = (minutes: number) => ({ ...ALL, RegionId, ScheduleTime: now + minutes * MINUTE });
		const until = (minutes: number) => ({
			...{ ...at(60), ScheduleFinishTime: now + (60 + minutes) * MINUTE },
		});
		const finish = 'iot.firmware.ScheduleFinishTime';
		await expectCodes({ fleet: idleFleet(), now: () => now }, ACTION, [
			[{ ...ALL, RegionId, MaximumPerMinute: 9 }, 'iot.firmware.InvalidMaximumPerMinute'],
			[{ ...ALL, RegionId, OverwriteMode: 3 }, 'iot.firmware.InvalidOverwriteMode'],
			[{ ...ALL, RegionId, GroupType: 'OTHER' }, FORM],
			[{ ...ALL, RegionId, TargetSelection: 'GROUP', GroupId: 'street' }, FORM],
			[{ ...ALL, RegionId, ScheduleTime: '2026-12-01' }, FORM],
			[at(-1), 'iot.firmware.FireTimeMustLargeThanCurrentTime'],
			[at(4), 'iot.firmware.FireTimeTooShort'],
			[at(7 * 24 * 60 + 1), 'iot.firmware.FireTimeTooLate'],
			[{ ...ALL, RegionId, ScheduleFinishTime: now + DAY }, `${finish}WithoutStartTime`],
			[until(0), `${finish}EarlierThanStartTime`],
			[until(59), `${finish}TooEarly`],
			[until(30 * 24 * 60 + 1), `${finish}TooLate`],
			[until(30 * 24 * 60), ''],
		]);
	});

	it('when a job overwrites earlier tasks, then those that wait give way and those in progress stay', () =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			const { fleet } = emulator;
			const { jobId: first } = await dataOf(emulator, ACTION, ALL);
			const [installing] = fleet.tasksOfJob(String(first));
			fleet.setStatus(installing?.deviceName ?? '', 'IN_PROGRESS', { jobId: String(first) });
			const over = { ...ALL, RegionId, OverwriteMode: 2 };
			const { jobId: second } = await dataOf(emulator, ACTION, over);
			expect(fleet.tasksOfJob(String(second))).toHaveLength(9);
			expect(fleet.countByStatus()).toMatchObject({ IN_PROGRESS: 1, CANCELED: 9, QUEUED: 9 });
		}));

	it('when tasks in progress are chosen, then they are cancelled too', () =>
		withEmulator({}, async (emulator) => {
			const { jobId: JobId } = DEMO;
			await call(emulator, 'CancelOTATaskByJob', { JobId, RegionId, CancelInProgressTask: true });
			expect(emulator.fleet.countByStatus()).toMatchObject({ IN_PROGRESS: 0, QUEUED: 6 });
		}));
});
