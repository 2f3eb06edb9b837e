import { IDLE, idleFleet, lamps } from '../fleet/idleFleet';
import { call, codeOf, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey, firmwareId: FirmwareId } = IDLE;
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const BASE = { ProductKey, FirmwareId };

describe('given a package that is not verified', () => {
	const VERIFY = 'CreateOTAVerifyJob';
	const named = { ...BASE, TargetDeviceName: ['lamp1', 'lamp2'] };

	it.each([
		['SUCCEEDED', 1],
		['FAILED', 3],
		['CANCELED', 0],
	] as const)('when a verify job ends in %s, then its status is %i', (taskStatus, status) =>
		withEmulator({ fleet: idleFleet(0) }, async ({ fleet, ...others }) => {
			const emulator = { fleet, ...others };
			const data = { jobId: expect.stringMatching(/^\d{19}$/), utcCreate: expect.any(String) };
			expect(await call(emulator, VERIFY, named)).toEqual({ ...ENVELOPE, data });
			expect(fleet.package(FirmwareId)?.status).toBe(2);
			expect(fleet.jobs[0]).toMatchObject({ jobType: 'VERIFY_FIRMWARE' });
			for (const deviceName of ['lamp1', 'lamp2']) fleet.setStatus(deviceName, taskStatus);
			expect(fleet.package(FirmwareId)?.status).toBe(status);
		}),
	);

	it('when no device is named, then up to ten are chosen', () =>
		withEmulator({ fleet: idleFleet(0) }, async (emulator) => {
			expect(await codeOf(emulator, VERIFY, BASE)).toBe('');
			expect(emulator.fleet.tasks).toHaveLength(10);
		}));

	it('when the request is wrong, then no job is made', async () => {
		await expectCodes({ fleet: idleFleet(0) }, VERIFY, [
			[{ FirmwareId }, 'iot.prod.NullProductKey'],
			[{ ProductKey }, 'MissingFirmwareId'],
			[{ ...BASE, TargetDeviceName: lamps(11) }, 'iot.firmware.ParameterSizeExceedMax'],
			[{ ...BASE, TargetDeviceName: ['x'] }, 'iot.device.NotExistedDevice'],
			[{ ...BASE, TimeoutInMinutes: 0 }, 'iot.firmware.InvalidTimeoutSetting'],
			[named, ''],
			[named, 'iot.firmware.InProgressVerifyJobExisted'],
		]);
		await expectCodes({ fleet: idleFleet(1) }, VERIFY, [
			[named, 'iot.firmware.VerifyFirmwareFailed'],
		]);
	});
});
