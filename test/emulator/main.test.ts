/* eslint-disable @n8n/community-nodes/no-restricted-globals -- what the command line tool tells is read off process.stderr */
import { EMULATOR_ACCESS_KEY_SECRET } from './emulator';
import { runEmulatorCli } from './main';
import { call } from './testing';

/** What the command line tool told on stderr while a piece of a test used it. */
async function toldBy(
	args: string[],
	use: (emulator: Awaited<ReturnType<typeof runEmulatorCli>>) => Promise<void>,
): Promise<string> {
	let told = '';
	const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
		told += String(text);
		return true;
	});
	try {
		const emulator = await runEmulatorCli(['--port', '0', ...args]);
		await use(emulator).finally(() => emulator.stop());
	} finally {
		spy.mockRestore();
	}
	return told;
}

const CANCEL = { ProductKey: 'k1nhvyl0001', FirmwareId: '168', DeviceName: ['testDevice1'] };

describe('given the command line', () => {
	it('when it starts, then it tells all that a user has to enter', async () => {
		let endpoint = '';
		const told = await toldBy([], async (emulator) => {
			endpoint = emulator.endpoint;
		});
		const needed = ['emulatorKeyId', EMULATOR_ACCESS_KEY_SECRET, 'k1nhvyl0001', '168'];
		for (const text of [endpoint, ...needed, '1836340779212660001', 'testDevice1']) {
			expect(told).toContain(text);
		}
	});

	it('when a request comes in, then one line tells it, without key and signature', async () => {
		const told = await toldBy([], async (emulator) => {
			await call(emulator, 'CancelOTATaskByDevice', CANCEL);
			await call(emulator, 'CancelOTATaskByDevice', CANCEL);
		});
		expect(told.split('\n').slice(-3)).toEqual([
			'CancelOTATaskByDevice, 1 device: success',
			'CancelOTATaskByDevice, 1 device: iot.firmware.IncorrectDeviceUpgradeJobStatus',
			'',
		]);
	});

	it('when it has options, then the emulator follows them', async () => {
		const args = [
			'--https',
			'--rate',
			'2',
			'--latency',
			'1',
			'--devices',
			'300',
			'--case',
			'pascal',
		];
		await toldBy(args, async (emulator) => {
			expect(emulator.url).toMatch(/^https:/);
			expect(emulator.fleet.devices).toHaveLength(300);
			const answer = await call(emulator, 'CancelOTATaskByDevice', CANCEL);
			expect(answer).toMatchObject({ Success: true });
		});
	});

	it.each([
		[['--port', 'x'], '--port must be a whole number'],
		[['--case', 'snake'], '--case must be camel or pascal'],
		[['--speed', '1'], '--speed'],
	])('when it is given %j, then it refuses with a reason', async (args, reason) => {
		await expect(runEmulatorCli(args)).rejects.toThrow(reason);
	});

	it('when it is asked for a roll-out, then one begins at once', async () => {
		const args = ['--rollout', '--devices', '50', '--failing', '10'];
		const told = await toldBy(args, async (emulator) => {
			const parameters = { JobId: '1836340779212660001', TaskStatus: 'NOTIFIED' };
			const answer = await call(emulator, 'ListOTATaskByJob', parameters);
			expect(answer.total).toBeGreaterThan(0);
		});
		expect(told).toContain('50 QUEUED');
		expect(told).toContain('A roll-out to these devices begins now');
	});
});
