import { always } from '../emulator/faults/faults';
import type { Fault } from '../emulator/faults/faults';
import { EMULATOR_ACCESS_KEY_ID } from '../emulator/emulator';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';
import { cancelOnce } from './once';

const ITEMS = [{ deviceNames: 'testDevice1' }];
const OPTIONS = { maxAttempts: 2, output: 'perDevice' };

const saying = (body: object, status = 200): Fault => ({
	...{ kind: 'status', status },
	body: JSON.stringify(body),
});

/** A cancel of one device on a platform with this fault, as the item that comes out. */
async function cancelled(fault: Fault, parameters: object = { options: OPTIONS }) {
	const seen: Array<Record<string, unknown> | undefined> = [];
	await onBench(engine, { faults: always(fault) }, async ({ run }) => {
		const { outputs } = await run({
			items: ITEMS,
			parameters: { ...parameters },
			onError: 'continueRegularOutput',
		});
		seen.push(...jsonOf(outputs[0]));
	});
	return seen[0];
}

describe('given an answer that says neither yes nor no', () => {
	it.each([
		[{ requestId: 'r' }],
		[{ requestId: 'r', error: 'denied' }],
		[{ message: 'denied', requestId: 'r' }],
		[{ requestId: 'r', code: null }],
		[{ requestId: 'r', code: [] }],
		[{ requestId: 'r', success: true, code: 'iot.firmware.FirmwareNotFound' }],
	])('when it is %j, then the device may be cancelled or not', async (body) => {
		expect(await cancelled(saying(body))).toMatchObject({
			error: 'Device testDevice1: may be cancelled or not',
			details: { outcome: 'unknown' },
		});
	});

	it.each([401, 403, 404, 405])(
		'when its status is %d, then the cancel has failed',
		async (status) => {
			const body = { message: 'denied', requestId: 'r' };
			expect(await cancelled(saying(body, status))).toMatchObject({
				details: { outcome: 'failed' },
			});
		},
	);
});

describe('given a refusal that quotes the key', () => {
	const long = `${EMULATOR_ACCESS_KEY_ID}${'x'.repeat(1000)}`;

	it('when its code and request ID do, then details hold neither, cut short', async () => {
		const body = { success: false, code: `iot.${long}`, requestId: long, errorMessage: long };
		const item = await cancelled(saying(body));
		expect(JSON.stringify(item)).not.toContain(EMULATOR_ACCESS_KEY_ID);
		expect(item).toMatchObject({
			details: {
				code: expect.stringMatching(/^iot\.\[hidden\]x{288}…$/),
				requestId: expect.stringMatching(/^\[hidden\]x{292}…$/),
			},
		});
		const read = await cancelled(saying(body), { resource: 'otaPackage', operation: 'get' });
		expect(JSON.stringify(read)).not.toContain(EMULATOR_ACCESS_KEY_ID);
		expect(JSON.stringify(read).length).toBeLessThan(3000);
	});

	it('when it goes out as a response, then without the key, however deep', async () => {
		const code = 'iot.firmware.DeviceUpgradeRecordNotFound';
		const body = { success: false, code, requestId: 'r', data: { list: [long] } };
		const options = { nothingToCancel: 'success' };
		const item = await cancelled(saying(body), { options });
		expect(item).toMatchObject({ code, success: false });
		expect(JSON.stringify(item)).not.toContain(EMULATOR_ACCESS_KEY_ID);
	});
});

describe('given a number that no timer can wait', () => {
	it.each([
		['Timeout (Ms)', { timeout: 2 ** 31 }],
		['Verify Timeout (Ms)', { verify: true, verifyTimeout: 2 ** 31 }],
	])('when %s has it, then it is refused and nothing is sent', async (field, options) => {
		const { error, cancels } = await cancelOnce({ items: ITEMS, parameters: { options } });
		expect(error?.message).toContain(`${field} is 2147483648`);
		expect(error?.description).toContain('from 1 to 2147483647');
		expect(cancels()).toEqual([]);
	});

	it('when Timeout (Ms) is the longest there is, then the cancel goes through', async () => {
		await onBench(engine, {}, async ({ run }) => {
			const options = { timeout: 2 ** 31 - 1 };
			expect((await run({ items: ITEMS, parameters: { options } })).error).toBeUndefined();
		});
	});
});
