import { buildFleet, DEMO } from '../fleet/fleets';
import { IDLE, idleFleet } from '../fleet/idleFleet';
import { call, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey, firmwareId: FirmwareId } = IDLE;
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };

describe('given tasks that wait for a confirmation', () => {
	it('when they are confirmed, then they wait in the queue', () =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			const job = { ProductKey, FirmwareId, TargetSelection: 'ALL', NeedConfirm: true };
			await call(emulator, 'CreateOTAStaticUpgradeJob', job);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CONFIRM: 10 });
			const TaskId = emulator.fleet.tasks.slice(0, 2).map(({ taskId }) => taskId);
			expect(await call(emulator, 'ConfirmOTATask', { TaskId })).toEqual(ENVELOPE);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CONFIRM: 8, QUEUED: 2 });
		}));

	it('when one of them is wrong, then none is confirmed', async () => {
		const fleet = buildFleet({ devices: 11, status: (index) => (index ? 'CONFIRM' : 'QUEUED') });
		const ids = fleet.tasks.map(({ taskId }) => taskId);
		await expectCodes({ fleet }, 'ConfirmOTATask', [
			[{}, 'iot.firmware.NullTaskId'],
			[{ TaskId: [''] }, 'iot.firmware.NullTaskId'],
			[{ TaskId: ids }, 'iot.firmware.ParameterSizeExceedMax'],
			[{ TaskId: [ids[1], DEMO.jobId] }, 'iot.firmware.InvalidOTATaskId'],
			[{ TaskId: ids.slice(0, 2) }, 'iot.firmware.InvalidTaskStatus'],
		]);
		expect(fleet.countByStatus()).toMatchObject({ CONFIRM: 10, QUEUED: 1 });
	});
});

describe('given a job with tasks in every state', () => {
	const { jobId: JobId } = DEMO;

	it.each([
		['queued', { CancelQueuedTask: true }, { QUEUED: 0, CONFIRM: 0, NOTIFIED: 3 }],
		['notified', { CancelNotifiedTask: true }, { QUEUED: 6, CONFIRM: 3, NOTIFIED: 0 }],
		['unconfirmed', { CancelUnconfirmedTask: true }, { QUEUED: 6, CONFIRM: 0, NOTIFIED: 3 }],
		[
			'queued but not unconfirmed',
			{ CancelQueuedTask: true, CancelUnconfirmedTask: false },
			{ QUEUED: 0, CONFIRM: 3 },
		],
	])('when the %s tasks are cancelled, then the others stay', (_, flags, counts) =>
		withEmulator({}, async (emulator) => {
			expect(await call(emulator, 'CancelOTATaskByJob', { JobId, ...flags })).toEqual(ENVELOPE);
			expect(emulator.fleet.countByStatus()).toMatchObject({ ...counts, IN_PROGRESS: 2 });
		}),
	);

	it('when the request is wrong, then nothing is cancelled', async () => {
		const fleet = buildFleet({ devices: 1 });
		await expectCodes({ fleet }, 'CancelOTATaskByJob', [
			[{ CancelQueuedTask: true }, 'iot.firmware.NullOTAJobId'],
			[{ JobId: '1', CancelQueuedTask: true }, 'iot.firmware.InvalidOTAJobId'],
			[{ JobId }, 'iot.firmware.CancelOptionIsMandatory'],
			[{ JobId, CancelQueuedTask: 'yes' }, 'iot.common.InvalidFormattedParameter'],
			[{ JobId, CancelQueuedTask: true }, ''],
			[{ JobId, CancelQueuedTask: true }, 'iot.firmware.JobAlreadyCanceled'],
		]);
		await expectCodes({}, 'QueryOTAJob', [
			[{}, 'iot.firmware.NullOTAJobId'],
			[{ JobId: '1' }, 'iot.firmware.InvalidOTAJobId'],
		]);
	});
});
