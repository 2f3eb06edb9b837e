import type { INodeParameters } from 'n8n-workflow';
import { DEMO } from '../emulator/fleet/fleets';
import { IDLE, idleFleet } from '../emulator/fleet/idleFleet';
import { engine } from '../engine/loaded';
import { jsonOf } from './bench';
import { onOperations } from './operations/bench';
import type { OperationRun } from './operations/bench';
import { byId, WITH_REGION } from './operations/variant';

const HOUR = 3_600_000;

const TO_ALL = {
	productKey: byId(IDLE.productKey),
	firmwareId: byId(IDLE.firmwareId),
	targetSelection: 'ALL',
};

function create(alibabaCloudOnly: INodeParameters, more: Partial<OperationRun> = {}): OperationRun {
	const parameters = { ...TO_ALL, alibabaCloudOnly };
	return { resource: 'otaJob', operation: 'createStatic', parameters, ...more };
}

function cancel(alibabaCloudOnly: INodeParameters, more: Partial<OperationRun> = {}): OperationRun {
	const parameters = { jobId: byId(DEMO.jobId), alibabaCloudOnly };
	return { resource: 'otaTask', operation: 'cancelByJob', parameters, ...more };
}

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

describe('given a credential without a Region ID', () => {
	it.each([
		['Maximum per Minute', create({ maximumPerMinute: 10 })],
		['Overwrite Mode', create({ overwriteMode: 2 })],
		['Schedule Time', create({ scheduleTime: inHours(1) })],
		['Schedule Finish Time', create({ scheduleFinishTime: inHours(3) })],
		['Cancel Scheduled Tasks', cancel({ cancelScheduledTask: true })],
		['Cancel Tasks in Progress', cancel({ cancelInProgressTask: true })],
		['Cancel Tasks in Progress', cancel({ cancelInProgressTask: false })],
	])('when %s is set, then it is refused by name and nothing is sent', async (field, operation) => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const { error } = await run(operation);
			expect(error?.message).toBe(
				`${field} works with Alibaba Cloud's own endpoint only, and the credential has no Region ID [item 0]`,
			);
			expect(error?.description).toBe(
				'Remove the field. If the endpoint is one of Alibaba Cloud, fill in Region ID in the credential.',
			);
			expect(emulator.log).toEqual([]);
		});
	});

	it('when the node continues on error, then each item that sets such a field says so', async () => {
		await onOperations(engine, { fleet: idleFleet() }, async ({ emulator, run }) => {
			const items = [{ json: { pace: 10 } }, { json: { pace: 20 } }];
			const { outputs } = await run(
				create(
					{ maximumPerMinute: '={{ $json.pace }}' },
					{ items, onError: 'continueRegularOutput' },
				),
			);
			const errors = jsonOf(outputs[0]).map(({ error }) => error);
			expect(errors).toEqual(
				Array(2).fill(expect.stringContaining('Maximum per Minute works with')),
			);
			expect(emulator.log).toEqual([]);
		});
	});

	it('when a job is for a group, then no GroupType is sent', async () => {
		await onOperations(engine, { fleet: idleFleet() }, async ({ run, seen }) => {
			const parameters = { ...TO_ALL, targetSelection: 'GROUP', groupId: 'street' };
			const { error } = await run(create({}, { parameters }));
			expect(error).toBeUndefined();
			const [request] = seen('CreateOTAStaticUpgradeJob');
			expect(request?.parameters).toMatchObject({ GroupId: 'street' });
			expect(request?.parameters).not.toHaveProperty('GroupType');
		});
	});
});

describe('given a credential with a Region ID', () => {
	it.each([
		[
			'no start but an end',
			{ scheduleFinishTime: inHours(3) },
			'Schedule Finish Time is set without Schedule Time',
		],
		[
			'an end half an hour after the start',
			{ scheduleTime: inHours(1), scheduleFinishTime: inHours(1.5) },
			'Schedule Finish Time is not from an hour to 30 days after Schedule Time',
		],
		[
			'an end 31 days after the start',
			{ scheduleTime: inHours(1), scheduleFinishTime: inHours(1 + 31 * 24) },
			'Schedule Finish Time is not from an hour to 30 days after Schedule Time',
		],
		['a start that is no time', { scheduleTime: 'tonight' }, 'Schedule Time is "tonight"'],
		['9 devices a minute', { maximumPerMinute: 9 }, 'Maximum per Minute is 9'],
		['10,001 devices a minute', { maximumPerMinute: 10_001 }, 'Maximum per Minute is 10001'],
		['an unknown mode', { overwriteMode: 3 }, 'Overwrite Mode is 3'],
	])('when a job has %s, then it is refused before anything is sent', async (_, fields, told) => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const { error } = await run(create(fields, { credential: WITH_REGION }));
			expect(error?.message).toBe(`${told} [item 0]`);
			expect(emulator.log).toEqual([]);
		});
	});

	it('when a job is to start in a minute, then the platform refuses and the field is named', async () => {
		await onOperations(engine, { fleet: idleFleet() }, async ({ run }) => {
			const soon = create({ scheduleTime: inHours(1 / 60) }, { credential: WITH_REGION });
			const { error } = await run(soon);
			expect(error?.message).toContain('FireTimeTooShort');
			expect(error?.description).toContain('Change Schedule Time in this node.');
		});
	});

	it('when a planned job is cancelled by its scheduled tasks alone, then all of them are cancelled', async () => {
		const fleet = idleFleet();
		await onOperations(engine, { fleet }, async ({ run }) => {
			const planned = { scheduleTime: '={{ $now.plus(1, "hour") }}' };
			const made = await run(create(planned, { credential: WITH_REGION }));
			expect(made.error).toBeUndefined();
			const [job] = fleet.jobs;
			expect(job?.jobStatus).toBe('PLANNED');
			const off = {
				cancelQueuedTask: false,
				cancelNotifiedTask: false,
				cancelUnconfirmedTask: false,
			};
			const parameters = {
				...{ ...off, jobId: byId(job?.jobId ?? '') },
				alibabaCloudOnly: { cancelScheduledTask: 'true' },
			};
			const { error } = await run(cancel({}, { parameters, credential: WITH_REGION }));
			expect(error).toBeUndefined();
			expect(fleet.countByStatus()).toMatchObject({ QUEUED: 0, CANCELED: 10 });
		});
	});

	it('when all switches are off, then there is nothing to cancel and nothing is sent', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const off = {
				cancelQueuedTask: false,
				cancelNotifiedTask: false,
				cancelUnconfirmedTask: false,
			};
			const parameters = {
				...{ ...off, jobId: byId(DEMO.jobId) },
				alibabaCloudOnly: { cancelInProgressTask: false },
			};
			const { error } = await run(cancel({}, { parameters, credential: WITH_REGION }));
			expect(error?.message).toContain('are all off, so there is nothing to cancel');
			expect(emulator.log).toEqual([]);
		});
	});
});
