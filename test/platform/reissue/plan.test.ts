import { compareVersions } from '../../../platform/reissue/versions';
import { planJobs, jobParameters } from '../../../platform/reissue/plan';
import { newStamp, signRequest } from '../../../platform/signing/request';
import { RETRY, Room } from './room';

describe('versions', () => {
	it.each([
		['1.0.0', '1.0.1', 'lower'],
		['1.0.10', '1.0.9', 'higher'],
		['v2.0', '1.9.9', 'higher'],
		['1.0', '1.0.0', 'same'],
		['release-a', 'release-a', 'same'],
		['1.0.0-beta', '1.0.0', 'unclear'],
		['', '', 'unclear'],
		['', '1.0.0', 'unclear'],
		['2024_11_01', '2024_10_31', 'higher'],
	])('given %j and %j, when they are compared, then the first is %s', (one, other, expected) => {
		expect(compareVersions(one, other)).toBe(expected);
	});
});

describe('the names of new jobs', () => {
	it.each([
		['short', 450, (index: number) => `d${index}`],
		['long', 300, (index: number) => `device-in-the-north-of-town-${index}`],
		['ones that are encoded', 300, (index: number) => `路灯:${index}`],
	])(
		'given %s names, when they are laid out, then each is named once, by 200 and 7,500 bytes of URL at most',
		async (_, count, name) => {
			const room = new Room(0, 'FAILED');
			const { fleet } = room;
			const jobId = fleet.jobs[0]?.jobId ?? '';
			const all = Array.from({ length: count }, (__, index) => name(index));
			for (const deviceName of all) fleet.addTask({ jobId, deviceName, taskStatus: 'FAILED' });
			const survey = await room.survey(RETRY);
			if (!survey.ok) throw new Error('The survey was refused');
			const { order, ends, devices } = survey.value;
			const { connection } = room.tools();
			const jobs = planJobs(order, ends, devices, connection);
			expect(jobs.flat()).toEqual(all);
			for (const names of jobs) {
				const parameters = {
					...{ Action: 'CreateOTAStaticUpgradeJob', ...jobParameters(order, ends, names) },
				};
				const { url } = signRequest('GET', parameters, connection, newStamp(0));
				expect(names.length).toBeLessThanOrEqual(200);
				expect(url.length).toBeLessThanOrEqual(7_500);
			}
		},
	);
});

describe('the requests of a survey', () => {
	it('given 10,000 devices that failed and no later job, when they are looked at, then it takes 2 for every 100 and a few', async () => {
		const room = new Room(10_000, 'FAILED');
		await room.survey(RETRY);
		expect(room.platform.calls.length).toBeLessThanOrEqual(205);
	});

	it('given 10,000 devices that are in 50 new jobs by now, when they are looked at, then each of these takes 3 more', async () => {
		const room = new Room(10_000, 'FAILED');
		await room.putRight(RETRY);
		const before = room.platform.calls.length;
		await room.time.run(room.time.travel(30 * 60_000));
		await room.survey(RETRY);
		const jobs = room.newJobs.length;
		expect(room.platform.calls.length - before).toBeLessThanOrEqual(105 + 3 * jobs);
	});
});
