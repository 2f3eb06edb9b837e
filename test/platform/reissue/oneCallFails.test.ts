import type { CallFault } from '../../../platform/errors/faults';
import type { Aim } from '../../../platform/reissue/order';
import { DEMO } from '../../emulator/fleet/fleets';
import type { TaskStatus } from '../../emulator/fleet/records';
import { refused, RESET } from '../../support/fleetPlatform';
import { BACK, BEGIN, RETRY, Room } from './room';

/** Of 320 devices 60 % have succeeded, some wait or were cancelled, and the others have failed. */
const STATES: readonly TaskStatus[] = [
	'SUCCEEDED',
	'SUCCEEDED',
	'FAILED',
	'SUCCEEDED',
	'QUEUED',
	'SUCCEEDED',
	'FAILED',
	'SUCCEEDED',
	'CANCELED',
	'SUCCEEDED',
];
const DEVICES = 320;
const HOUR = 3_600_000;

const BACK_WITH_FAILED: Aim = {
	kind: 'rollBack',
	earlierFirmwareId: '167',
	alsoFailed: true,
	whileWaiting: 'cancel',
};

/** Some are in a job of someone else's already. */
function roomInMotion(): Room {
	const room = new Room(DEVICES, (index) => STATES[index % STATES.length] ?? 'QUEUED');
	const utcCreate = new Date(BEGIN - HOUR).toISOString();
	for (const firmwareId of [DEMO.firmwareId, '167']) {
		const { jobId } = room.fleet.addJob({ firmwareId, utcCreate });
		for (const place of [1, 3, 7]) {
			room.fleet.addTask({ jobId, deviceName: `testDevice${place}` });
		}
	}
	return room;
}

describe('given one call that fails, whichever it is', () => {
	it.each<[string, string, Aim, CallFault]>([
		['devices are retried', 'has no answer', RETRY, RESET],
		['devices are retried', 'is refused', RETRY, refused('iot.system.SystemException')],
		['devices are rolled back', 'has no answer', BACK, RESET],
		['devices are rolled back', 'is refused', BACK, refused('iot.system.SystemException')],
		['failed ones are rolled back too', 'has no answer', BACK_WITH_FAILED, RESET],
	])(
		'when %s and it %s, then who is called created is in a new job, and the next run leaves each device in one',
		async (_, _how, aim, fault) => {
			const undisturbed = roomInMotion();
			const wished = await undisturbed.putRight(aim);
			expect(wished.ok).toBe(true);
			const everyone = undisturbed.newJobs.flat().toSorted();
			expect(everyone.length).toBeGreaterThan(30);

			for (let failing = 1; failing <= undisturbed.platform.calls.length; failing++) {
				const room = roomInMotion();
				room.platform.setFaults((call) => (call === failing ? fault : undefined));
				const first = await room.putRight(aim);
				const created = first.ok
					? first.value.filter(({ standing }) => standing.kind === 'created')
					: [];
				const placed = new Set(room.newJobs.flat());
				expect(created.filter(({ deviceName }) => !placed.has(deviceName))).toEqual([]);

				room.platform.setFaults(() => undefined);
				await room.putRight(aim);
				expect([failing, room.newJobs.flat().toSorted()]).toEqual([failing, everyone]);
			}
		},
	);
});
