import type { INodeParameters } from 'n8n-workflow';
import { engine } from '../../engine/loaded';
import { onOperations } from '../operations/bench';
import { byId } from '../operations/variant';
import { jobId, onlyReads, retryFailed, rollBack } from './reissueBench';
import { rolledOut } from '../../emulator/fleet/rolledOut';

const NOTHING = ['undefined', 'null', "''", "' '", '[]', '({})'];

async function rollBackWith(
	parameters: INodeParameters,
): Promise<{ message: string; requests: number; reads: boolean }> {
	const seen = { message: '', requests: 0, reads: true };
	await onOperations(engine, { fleet: rolledOut({ SUCCEEDED: 2 }) }, async (bench) => {
		const { error } = await rollBack(bench, { parameters });
		seen.message = error?.message ?? '';
		seen.requests = bench.emulator.log.length;
		seen.reads = onlyReads(bench);
	});
	return seen;
}

describe('the guard of Roll Back', () => {
	it.each([0, '', '0', -1, 1.5, 'many', true])(
		'given %j typed in, when it runs, then it is refused by name and nothing is sent',
		async (value) => {
			const { message, requests } = await rollBackWith({ refuseMoreThan: value });
			expect([message, requests]).toEqual([expect.stringMatching(/^Refuse More Than is /), 0]);
		},
	);

	it.each([...NOTHING, 'NaN', "'true'", 'true', '0', "'5 devices'"])(
		'given an expression that gives %s, when it runs, then it is refused by name and nothing is sent',
		async (expression) => {
			const { message, requests } = await rollBackWith({ refuseMoreThan: `={{ ${expression} }}` });
			expect([message, requests]).toEqual([expect.stringMatching(/^Refuse More Than is /), 0]);
		},
	);

	it('given it is left out of the workflow, when it runs, then it is refused and nothing is sent', async () => {
		await onOperations(engine, { fleet: rolledOut({ SUCCEEDED: 2 }) }, async (bench) => {
			const { error } = await bench.run({
				...{ resource: 'otaJob', operation: 'rollBack' },
				parameters: { jobId: byId(jobId), earlierFirmwareId: byId('167') },
			});
			expect(error?.message).toMatch(/^Refuse More Than is 0/);
			expect(bench.emulator.log).toEqual([]);
		});
	});

	it('given the text "2" and two devices, when it runs, then they are rolled back', async () => {
		const { message, reads } = await rollBackWith({ refuseMoreThan: "={{ '2' }}" });
		expect([message, reads]).toEqual(['', false]);
	});
});

describe('the switches and choices of Roll Back', () => {
	it.each(
		['previewOnly', 'alsoFailedDevices', 'waitingDevices'].flatMap((name) =>
			[...NOTHING, 'NaN', "'yes'", '1'].map((expression) => [name, expression] as const),
		),
	)(
		'given %s by an expression that gives %s, when it runs, then it is refused and nothing is sent',
		async (name, expression) => {
			const given = { [name]: `={{ ${expression} }}` };
			const parameters = name === 'previewOnly' ? given : { options: given };
			const { message, requests } = await rollBackWith(parameters);
			expect(message).toMatch(/^(Preview Only|Also Failed Devices|Waiting Devices) is /);
			expect(requests).toBe(0);
		},
	);

	it('given Preview Only "true", when it runs, then nothing but reads is sent', async () => {
		const { message, reads } = await rollBackWith({ previewOnly: "={{ 'true' }}" });
		expect([message, reads]).toEqual(['', true]);
	});

	it.each([...NOTHING, 'NaN'])(
		'given an Earlier Package by an expression that gives %s, when it runs, then it is refused and nothing is sent',
		async (expression) => {
			const earlierFirmwareId = byId(`={{ ${expression} }}`);
			const { message, requests } = await rollBackWith({ earlierFirmwareId });
			expect([message, requests]).toEqual([expect.stringMatching(/^Earlier Package /), 0]);
		},
	);
});

describe('the choice of devices of Retry Failed', () => {
	it.each([
		...[...NOTHING, 'NaN'].map((expression) => ['taskStatuses', `={{ ${expression} }}`] as const),
		['taskStatuses', ['FAILED', 'QUEUED']] as const,
		['taskStatuses', 'failed'] as const,
	])('given %s %j, when it runs, then it is refused and nothing is sent', async (name, value) => {
		await onOperations(engine, { fleet: rolledOut({ FAILED: 2 }) }, async (bench) => {
			const { error } = await retryFailed(bench, {
				parameters: { [name]: Array.isArray(value) ? [...value] : String(value) },
			});
			expect(error?.message).toMatch(/^Task Statuses is /);
			expect(bench.emulator.log).toEqual([]);
		});
	});

	it.each(NOTHING)(
		'given Reason Contains by an expression that gives %s, when it runs, then it is refused, for every reason would be meant',
		async (expression) => {
			await onOperations(engine, { fleet: rolledOut({ FAILED: 2 }) }, async (bench) => {
				const options = { reasonContains: `={{ ${expression} }}` };
				const { error } = await retryFailed(bench, { options });
				expect(error?.message).toMatch(/^Reason Contains .*every reason would be meant/);
				expect(bench.emulator.log).toEqual([]);
			});
		},
	);

	it('given a package that is not that of the job, when it runs, then it is refused and nothing but reads is sent', async () => {
		await onOperations(engine, { fleet: rolledOut({ FAILED: 2 }) }, async (bench) => {
			const { error } = await retryFailed(bench, { parameters: { firmwareId: byId('167') } });
			expect(error?.message).toMatch(/^OTA Package is 167, but the job is of package 168/);
			expect(onlyReads(bench)).toBe(true);
		});
	});

	it.each([
		[2, 3, false],
		[3, 3, true],
		[0, 3, true],
	])(
		'given Refuse More Than %i and %i devices, when it runs, then it goes through: %s',
		async (refuseMoreThan, devices, passes) => {
			await onOperations(engine, { fleet: rolledOut({ FAILED: devices }) }, async (bench) => {
				const { error } = await retryFailed(bench, { parameters: { refuseMoreThan } });
				expect(error === undefined).toBe(passes);
				expect(onlyReads(bench)).toBe(!passes);
			});
		},
	);
});
