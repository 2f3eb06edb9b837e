import fc from 'fast-check';
import { TASK_STATUSES } from '../../../platform/catalog/taskStatus';
import { readTask } from '../../../platform/ota/tasks';
import { progressText } from '../../../platform/progress/text';
import { failedWith, HOUR, jobWith, NOW, progressWith, runningSince } from './progresses';
import type { Scene } from './progresses';

const JOB = 'Job 1836340779212661234 of package 168 (version 1.0.1)';
const hundred = runningSince(
	Object.fromEntries([
		['lamp-17', '2026-11-29T14:05:00.000Z'],
		...Array.from({ length: 99 }, (_, place) => [`lamp-${place + 100}`, '2026-11-29T14:50:00Z']),
	]),
);

/** What is read aloud: a scene in words, the scene, and the sentences. */
const SENTENCES: ReadonlyArray<readonly [string, Scene, string]> = [
	['no device', {}, `${JOB} is running and has no devices.`],
	[
		'no device of a job to come',
		{ job: { jobStatus: 'PLANNED', starts: NOW + HOUR } },
		`${JOB} is planned for 16:00 UTC and has no devices.`,
	],
	[
		'one device that waits',
		{ counts: { QUEUED: 1 } },
		`${JOB} is running and its one device waits.`,
	],
	[
		'one device that waits for somebody',
		{ counts: { CONFIRM: 1 } },
		`${JOB} is running and its one device waits for confirmation.`,
	],
	[
		'one device that installs',
		{ counts: { IN_PROGRESS: 1 }, running: runningSince({ 'lamp-17': '2026-11-28T14:05:00Z' }) },
		`${JOB} is running and its one device is installing (lamp-17, no news since 2026-11-28 14:05 UTC).`,
	],
	[
		'one device that succeeded',
		{ job: { jobStatus: 'COMPLETED' }, counts: { SUCCEEDED: 1 } },
		`${JOB} is completed and its one device has succeeded.`,
	],
	[
		'one device that failed',
		{
			job: { jobStatus: 'COMPLETED', ends: NOW - HOUR },
			counts: { FAILED: 1 },
			failed: failedWith('no space left', 1),
		},
		`${JOB} was completed at 14:00 UTC and its one device has failed: "no space left".`,
	],
	[
		'one device that was cancelled',
		{ job: { jobStatus: 'CANCELED' }, counts: { CANCELED: 1 } },
		`${JOB} was cancelled and its one device was cancelled.`,
	],
	[
		'10 devices that have not begun',
		{ counts: { QUEUED: 7, NOTIFIED: 2, CONFIRM: 1 } },
		`${JOB} is running and none of its 10 devices has ended. 9 wait and 1 waits for confirmation.`,
	],
	[
		'10 devices of which one of each kind moves',
		{
			counts: { SUCCEEDED: 4, FAILED: 1, IN_PROGRESS: 1, QUEUED: 4 },
			failed: failedWith('no space left', 1),
			running: runningSince({ 'lamp-17': '2026-11-29T14:05:00Z' }),
		},
		`${JOB} is running and 50 % of its 10 devices have ended: 4 succeeded and 1 failed (20 %, "no space left"). 1 is installing (lamp-17, no news since 14:05 UTC) and 4 wait. At this pace it ends about 16:00 UTC.`,
	],
	[
		'10 devices that have all succeeded',
		{ job: { jobStatus: 'COMPLETED' }, counts: { SUCCEEDED: 10 } },
		`${JOB} is completed and all its 10 devices have succeeded.`,
	],
	[
		'10 devices that have all failed alike',
		{
			job: { jobStatus: 'COMPLETED' },
			counts: { FAILED: 10 },
			failed: failedWith('no space left', 10),
		},
		`${JOB} is completed and all its 10 devices have failed, all with "no space left".`,
	],
	[
		'10 devices of a cancelled job of which some had ended',
		{
			job: { jobStatus: 'CANCELED', ends: NOW - 24 * HOUR },
			counts: { SUCCEEDED: 4, CANCELED: 5, IN_PROGRESS: 1 },
		},
		`${JOB} was cancelled at 2026-11-28 15:00 UTC and 90 % of its 10 devices have ended: 4 succeeded and 5 were cancelled. 1 is installing.`,
	],
	[
		'10,000 devices under way',
		{
			job: { created: NOW - 2 * HOUR },
			counts: { SUCCEEDED: 6100, FAILED: 100, IN_PROGRESS: 900, NOTIFIED: 100, QUEUED: 2800 },
			failed: [...failedWith('battery low', 60), ...failedWith('no space left', 40)],
			running: hundred,
		},
		`${JOB} is running and 62 % of its 10,000 devices have ended: 6,100 succeeded and 100 failed (1.61 %, most often with "battery low"). 900 are installing (longest without news among 100 looked at: lamp-17, since 14:05 UTC) and 2,900 wait. At this pace it ends about 16:13 UTC.`,
	],
	[
		'10,000 devices of which more failed than were looked at',
		{
			job: { jobStatus: 'COMPLETED' },
			counts: { SUCCEEDED: 9000, FAILED: 999, CANCELED: 1 },
			failed: failedWith('battery low', 100),
		},
		`${JOB} is completed and all its 10,000 devices have ended: 9,000 succeeded, 999 failed (9.99 %, most often with "battery low" among 100 looked at) and 1 was cancelled.`,
	],
	[
		'100,000 devices of which hardly any has ended',
		{ counts: { SUCCEEDED: 1, QUEUED: 99_999 } },
		`${JOB} is running and less than 1 % of its 100,000 devices have ended: 1 succeeded. 99,999 wait.`,
	],
	[
		'100,000 devices of which one has failed and one is left',
		{ counts: { SUCCEEDED: 99_998, FAILED: 1, QUEUED: 1 } },
		`${JOB} is running and 99 % of its 100,000 devices have ended: 99,998 succeeded and 1 failed (less than 0.01 %). 1 waits. At this pace it ends about 15:00 UTC.`,
	],
	[
		'a platform that tells next to nothing',
		{
			job: { jobStatus: '', firmwareId: '', destVersion: '', created: Number.NaN },
			counts: { SUCCEEDED: 1, IN_PROGRESS: 1 },
			running: [readTask({})],
		},
		'Job 1836340779212661234: 50 % of its 2 devices have ended: 1 succeeded. 1 is installing.',
	],
	[
		'a state that this version does not know',
		{ job: { jobStatus: 'PAUSED' }, counts: { QUEUED: 2 } },
		`${JOB} is in the state PAUSED and none of its 2 devices has ended. 2 wait.`,
	],
];

describe('the sentences about a roll-out', () => {
	it.each(SENTENCES)('given %s, when they are read aloud, then they say so', (_, scene, said) => {
		expect(progressText(progressWith(scene))).toBe(said);
	});

	it('given a reason of several lines and hidden marks, when it is told, then in one line and cut', () => {
		const failed = failedWith(`no\r\n\tspace\u200b \u202e left ${'very '.repeat(100)}`, 1);
		const text = progressText(progressWith({ counts: { FAILED: 1, QUEUED: 1 }, failed }));
		expect(text).toMatch(/"no space left (very ){8}very…"/);
	});

	it('given any job, when it is told, then in one line of less than 800 characters without NaN', () => {
		const names = fc.string({ unit: 'binary', maxLength: 300 });
		const times = fc.oneof(fc.integer({ min: 0, max: 2 * NOW }), fc.constant(Number.NaN));
		const scenes = fc.record({
			status: fc.oneof(
				fc.constantFrom('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELED', ''),
				names,
			),
			texts: fc.tuple(names, names, names, names),
			times: fc.tuple(times, times, times),
			counts: fc.tuple(...TASK_STATUSES.map(() => fc.nat(1_000_000))),
		});
		fc.assert(
			fc.property(scenes, ({ status, texts, times: [created, starts, ends], counts }) => {
				const [firmwareId, destVersion, reason, deviceName] = texts;
				const text = progressText(
					progressWith({
						job: jobWith({ jobStatus: status, firmwareId, destVersion, created, starts, ends }),
						counts: Object.fromEntries(TASK_STATUSES.map((state, at) => [state, counts[at] ?? 0])),
						failed: failedWith(reason, 1),
						running: [readTask({ DeviceName: deviceName })],
					}),
				);
				expect(text.length).toBeLessThan(800);
				expect(text).toMatch(/^Job .*\.$/);
				expect(text).not.toMatch(/[\n\r]|\bNaN\b|undefined|Invalid/);
			}),
		);
	});
});
