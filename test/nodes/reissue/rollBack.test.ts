import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { onOperations } from '../operations/bench';
import { byId } from '../operations/variant';
import {
	factsOf,
	jobId,
	names,
	newJobs,
	onlyReads,
	outcomes,
	productKey,
	rollBack,
	toldBy,
	toldOutcomes,
} from './reissueBench';
import { EARLIER, rolledOut } from '../../emulator/fleet/rolledOut';
import { quickTime } from '../../support/quickTime';

quickTime();

/** Of 620 devices 500 have succeeded, 100 wait and 20 have failed. */
const UNDER_WAY = { SUCCEEDED: 500, QUEUED: 60, NOTIFIED: 30, CONFIRM: 10, FAILED: 20 } as const;
const CANCEL = { waitingDevices: 'cancel' };

describe('Roll Back of a job with 500 devices that succeeded, 100 that wait and 20 that failed', () => {
	it('given Waiting Devices is left alone, when it runs, then it is refused with the counts and nothing but reads is sent', async () => {
		await onOperations(engine, { fleet: rolledOut(UNDER_WAY) }, async (bench) => {
			const { error, outputs } = await rollBack(bench);
			expect(error?.message).toBe(
				'OTA Job has 100 tasks that can still run (10 CONFIRM, 60 QUEUED, 30 NOTIFIED), and was not rolled back [item 0]',
			);
			expect(error?.description).toMatch(/^Nothing was sent\. .*Cancel Them First/);
			expect(outputs).toEqual([]);
			expect(onlyReads(bench)).toBe(true);
		});
	});

	it('given the waiting ones are cancelled first, when it runs, then the 500 go into three jobs, and none into a second when it runs again', async () => {
		await onOperations(engine, { fleet: rolledOut(UNDER_WAY) }, async (bench) => {
			const { emulator, seen } = bench;
			const first = await rollBack(bench, { options: CANCEL });
			expect(first.error).toBeUndefined();
			expect(outcomes(first)).toEqual({ created: 500, cancelled: 100 });
			expect(newJobs(emulator)).toHaveLength(3);
			expect(newJobs(emulator).flat()).toEqual(names(1, 500));
			expect(newJobs(emulator).every((job) => job.length <= 200)).toBe(true);
			expect(pairsOf(first.outputs[0])).toEqual(new Array(600).fill([0]));

			const again = await rollBack(bench, { options: CANCEL });
			expect(again.error).toBeUndefined();
			expect(outcomes(again)).toEqual({ alreadyInJob: 500 });
			expect(seen('CreateOTAStaticUpgradeJob')).toHaveLength(3);
			const ids = new Set(jsonOf(first.outputs[0]).map((item) => item.jobId));
			for (const item of jsonOf(again.outputs[0])) expect(ids).toContain(item.jobId);
		});
	});

	it('given a preview, when it is followed by a run, then each device ends as the preview said, in the job of that number', async () => {
		await onOperations(engine, { fleet: rolledOut(UNDER_WAY) }, async (bench) => {
			const preview = await rollBack(bench, { options: CANCEL, parameters: { previewOnly: true } });
			expect(onlyReads(bench)).toBe(true);
			const run = await rollBack(bench, { options: CANCEL });
			const told = jsonOf(preview.outputs[0]).map((item) => [
				...[item.deviceName, item.wouldBe, item.newJob],
			]);
			const done = jsonOf(run.outputs[0]).map((item) => [
				...[item.deviceName, item.outcome, item.newJob],
			]);
			expect(told).toEqual(done);
			expect(jsonOf(preview.outputs[0]).every(({ outcome }) => outcome === 'skipped')).toBe(true);
		});
	});

	it('given the guard is below what would be reached, when it runs, then it is refused with both figures', async () => {
		await onOperations(engine, { fleet: rolledOut(UNDER_WAY) }, async (bench) => {
			const { error } = await rollBack(bench, {
				...{ options: CANCEL, parameters: { refuseMoreThan: 599 } },
			});
			expect(error?.message).toBe(
				'Refuse More Than is 599, but 500 devices would be rolled back, and 100 that wait would be cancelled [item 0]',
			);
			expect(onlyReads(bench)).toBe(true);
		});
	});
});

describe('Roll Back of a roll-out in motion', () => {
	it('given devices that install, when the waiting ones are cancelled first, then those that succeeded go ahead and the others are told, each by name', async () => {
		const fleet = rolledOut({ SUCCEEDED: 5, IN_PROGRESS: 3, QUEUED: 2 });
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await rollBack(bench, { options: CANCEL, onError: 'continueRegularOutput' });
			expect(outcomes(ran)).toEqual({ created: 5, unfinished: 3, cancelled: 2 });
			expect(newJobs(bench.emulator)).toEqual([names(1, 5)]);
			const told = jsonOf(ran.outputs[0]).filter((item) => 'error' in item);
			expect(told.map((item) => item.error)).toEqual(
				names(6, 8).map(
					(name) =>
						`Device ${name}: its task in the old job can still run (IN_PROGRESS), so it is not rolled back yet`,
				),
			);
			for (const item of told) expect(item.message).toMatch(/Run this again when it has finished/);

			for (const name of names(6, 8)) fleet.setStatus(name, 'SUCCEEDED', { jobId });
			const again = await rollBack(bench, { options: CANCEL });
			expect(again.error).toBeUndefined();
			expect(outcomes(again)).toEqual({ alreadyInJob: 5, created: 3 });
			expect(newJobs(bench.emulator)).toEqual([names(1, 5), names(6, 8)]);
		});
	});

	it('given devices that install and On Error stops, when it runs, then the error tells of every device and names the new job', async () => {
		const fleet = rolledOut({ SUCCEEDED: 5, IN_PROGRESS: 3 });
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await rollBack(bench, { options: CANCEL });
			expect(ran.error?.message).toMatch(/^Device testDevice6: .*IN_PROGRESS/);
			expect(ran.error?.description).toMatch(
				/^8 devices: 5 put into new jobs, 3 still installing\. Not done: testDevice6, testDevice7, testDevice8\. .* Jobs created: \d{19}\.$/,
			);
			expect(toldOutcomes(ran)).toEqual({ created: 5, unfinished: 3 });
			expect(toldBy(ran).createdJobs).toHaveLength(1);
		});
	});

	it('given devices that begin and finish while it works, when it runs, then each is told by how it stands after the cancel', async () => {
		const fleet = rolledOut({ SUCCEEDED: 5, QUEUED: 5 });
		const onRequest = ({ action }: { action?: string }) => {
			if (action !== 'ListOTATaskByJob' || fleet.task('testDevice6')?.taskStatus !== 'QUEUED') {
				return;
			}
			fleet.setStatus('testDevice6', 'SUCCEEDED', { jobId });
			fleet.setStatus('testDevice7', 'IN_PROGRESS', { jobId });
		};
		await onOperations(engine, { fleet, onRequest }, async (bench) => {
			const options = { ...CANCEL };
			const ran = await rollBack(bench, { options, onError: 'continueRegularOutput' });
			expect(outcomes(ran)).toEqual({ created: 6, unfinished: 1, cancelled: 3 });
			expect(newJobs(bench.emulator)).toEqual([names(1, 6)]);
		});
	});

	it('given a guard that what finished meanwhile breaks, when the waiting ones are cancelled, then nothing is rolled back and the error says what was cancelled', async () => {
		const fleet = rolledOut({ SUCCEEDED: 5, IN_PROGRESS: 3, QUEUED: 1 });
		const onRequest = ({ action }: { action?: string }) => {
			if (action !== 'CancelOTATaskByJob') return;
			for (const name of names(6, 8)) fleet.setStatus(name, 'SUCCEEDED', { jobId });
		};
		await onOperations(engine, { fleet, onRequest }, async (bench) => {
			const { error } = await rollBack(bench, {
				...{ options: CANCEL, parameters: { refuseMoreThan: 6 } },
			});
			expect(error?.message).toMatch(/^Refuse More Than is 6, but 8 devices are to be rolled back/);
			expect(error?.description).toMatch(/^The waiting tasks were cancelled/);
			expect(newJobs(bench.emulator)).toEqual([]);
		});
	});
});

describe('Roll Back to an earlier package', () => {
	it.each([
		['the package of the job', '168', /^Earlier Package is 168, the package of the job itself/],
		['one of another product', '300', /^Earlier Package is of product other, but the job is of /],
		['one of another module', '301', /^Earlier Package updates module "mcu", but the job updates/],
		['one that is not there', '999', /no OTA package with this ID/],
	])('given %s, when it runs, then nothing but reads is sent', async (_, earlier, message) => {
		const fleet = rolledOut({ SUCCEEDED: 2 });
		fleet.addProduct({ productKey: 'other' });
		fleet.addPackage({ firmwareId: '300', productKey: 'other' });
		fleet.addPackage({ firmwareId: '301', productKey, moduleName: 'mcu' });
		await onOperations(engine, { fleet }, async (bench) => {
			const parameters = { earlierFirmwareId: byId(earlier) };
			const { error } = await rollBack(bench, { parameters });
			expect(error?.message).toMatch(message);
			expect(onlyReads(bench)).toBe(true);
		});
	});

	it.each([
		[
			'1.0.0',
			/^Version 1\.0\.0 is lower than 1\.0\.1, which the job brought\. Many devices refuse/,
		],
		['old-build', /^Nobody can tell whether version "old-build" is lower than "1\.0\.1"/],
		['1.0.2', undefined],
	])(
		'given its version is %s, when it runs, then the hint and each item warn where devices may refuse it',
		async (version, warning) => {
			const fleet = rolledOut({ SUCCEEDED: 2 });
			fleet.addPackage({ firmwareId: '200', productKey, destVersion: version });
			await onOperations(engine, { fleet }, async (bench) => {
				const parameters = { earlierFirmwareId: byId('200') };
				const { hints, outputs, error } = await rollBack(bench, { parameters });
				expect(error).toBeUndefined();
				const warnings = hints.filter(({ message }) => message.includes('lower'));
				const messages = jsonOf(outputs[0]).map(({ message }) => String(message));
				expect(messages).toHaveLength(2);
				if (warning) {
					expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(warning)]);
					for (const message of messages) expect(message).toMatch('issue the old build under a');
				} else {
					expect(warnings).toEqual([]);
					for (const message of messages) expect(message).not.toMatch('lower');
				}
			});
		},
	);

	it('given Also Failed Devices, when some of them run the earlier version still, then these are left out and the others go', async () => {
		const fleet = rolledOut({ SUCCEEDED: 2, FAILED: 2 });
		const broken = fleet.device(productKey, 'testDevice4');
		if (broken) broken.moduleVersions = { default: '1.0.1-broken' };
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await rollBack(bench, { options: { alsoFailedDevices: true } });
			expect(ran.error).toBeUndefined();
			expect(outcomes(ran)).toEqual({ created: 3, alreadyRuns: 1 });
			expect(newJobs(bench.emulator)).toEqual([['testDevice1', 'testDevice2', 'testDevice4']]);
		});
	});

	it('given devices that run another version by now than the job brought, when it runs, then they are left alone', async () => {
		const fleet = rolledOut({ SUCCEEDED: 3 });
		const fixed = fleet.device(productKey, 'testDevice2');
		if (fixed) fixed.moduleVersions = { default: '1.0.2' };
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await rollBack(bench);
			expect(ran.error).toBeUndefined();
			expect(outcomes(ran)).toEqual({ created: 2, runsAnother: 1 });
			expect(newJobs(bench.emulator)).toEqual([['testDevice1', 'testDevice3']]);
		});
	});

	it('given one device for whose sake the platform refuses a job, when it runs, then it is told alone and the others are rolled back', async () => {
		const fleet = rolledOut({ SUCCEEDED: 20 });
		const faults = ({ action, parameters }: { action?: string; parameters: object }) =>
			action === 'CreateOTAStaticUpgradeJob' && Object.values(parameters).includes('testDevice9')
				? ({ kind: 'code', code: 'iot.firmware.NonVersionedDeviceInArray' } as const)
				: undefined;
		await onOperations(engine, { fleet, faults }, async (bench) => {
			const onError = 'continueRegularOutput';
			const ran = await rollBack(bench, { onError });
			expect(outcomes(ran)).toEqual({ created: 19, failed: 1 });
			const [failed] = jsonOf(ran.outputs[0]).filter((item) => 'error' in item);
			expect(factsOf(failed ?? {})).toMatchObject({
				deviceName: 'testDevice9',
				code: 'iot.firmware.NonVersionedDeviceInArray',
				jobId: '',
				firmwareId: EARLIER.firmwareId,
			});
			const placed = newJobs(bench.emulator).flat();
			expect(placed).toEqual(names(1, 20).filter((name) => name !== 'testDevice9'));
		});
	});

	it('given a refusal that is about the request, when the first job meets it, then nothing more is sent', async () => {
		const fleet = rolledOut({ SUCCEEDED: 500 });
		const earlier = fleet.package(EARLIER.firmwareId);
		if (earlier) earlier.status = 0;
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await rollBack(bench);
			expect(ran.error?.message).toMatch(/iot\.firmware\.FirmwareNotVerified/);
			expect(bench.seen('CreateOTAStaticUpgradeJob')).toHaveLength(1);
			const { failed = 0, skipped = 0 } = toldOutcomes(ran);
			expect(failed + skipped).toBe(500);
			expect(ran.error?.description).toMatch(/No job was created\.$/);
		});
	});
});
