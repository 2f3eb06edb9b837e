import { buildFleet, DEMO } from '../fleet/fleets';
import type { EmulatorOptions } from '../emulator';
import { call, commonParameters, send, signedQuery, withEmulator } from '../testing';

const LIST = { Action: 'ListOTATaskByJob', JobId: DEMO.jobId, PageSize: '2' };

/** The text of the answer to one action on a fleet of so many devices. */
async function textOf(
	parameters: Record<string, string>,
	options: EmulatorOptions = {},
	devices = 2,
): Promise<string> {
	let text = '';
	await withEmulator({ fleet: buildFleet({ devices }), ...options }, async (emulator) => {
		const query = signedQuery({ ...commonParameters(), ...parameters });
		text = (await send(emulator, `/?${query}`)).body;
	});
	return text;
}

describe('given an instance that prints Pascal case', () => {
	const options: EmulatorOptions = { letterCase: 'pascal' };

	it('when an action succeeds, then all keys down to the records are in Pascal case', async () => {
		const { Data, ...envelope } = JSON.parse(await textOf(LIST, options));
		expect(envelope).toEqual({
			...{ Code: '', RequestId: expect.any(String), Success: true },
			...{ CurrentPage: 1, PageSize: 2, PageCount: 1, Total: 2 },
		});
		expect(Data.SimpleOTATaskInfo[0]).toMatchObject({ DeviceName: 'testDevice1', Progress: '0' });
	});

	it('when an action refuses, then its envelope is in Pascal case', async () => {
		expect(JSON.parse(await textOf({ ...LIST, JobId: '1' }, options))).toEqual({
			Code: 'iot.firmware.InvalidOTAJobId',
			ErrorMessage: expect.any(String),
			RequestId: expect.any(String),
			Success: false,
		});
	});
});

describe('given the shapes of a list', () => {
	it('when it is wrapped, then the records are in an object named after them', async () => {
		const { data } = JSON.parse(await textOf(LIST, { listShape: 'wrapped' }));
		expect(data.simpleOTATaskInfo).toHaveLength(2);
	});

	it('when it is bare, then the records are in an array', async () => {
		expect(JSON.parse(await textOf(LIST, { listShape: 'bare' })).data).toHaveLength(2);
	});

	it('when one record may stand single, then it is an object, and two are wrapped', async () => {
		const options: EmulatorOptions = { listShape: 'single' };
		const one = JSON.parse(await textOf(LIST, options, 1));
		expect(one.data).toMatchObject({ deviceName: 'testDevice1' });
		expect(JSON.parse(await textOf(LIST, options)).data.simpleOTATaskInfo).toHaveLength(2);
	});
});

describe('given an instance that prints ids as bare numbers', () => {
	it.each([
		['camel', `"jobId":${DEMO.jobId},`, '"taskId":1836340780000000001,'],
		['pascal', `"JobId":${DEMO.jobId},`, '"TaskId":1836340780000000001,'],
	] as const)(
		'when keys are in %s case, then all 19 digits stay',
		async (letterCase, job, task) => {
			const text = await textOf(LIST, { bareNumbers: true, letterCase });
			expect(text).toContain(job);
			expect(text).toContain(task);
			expect(() => JSON.parse(text)).not.toThrow();
		},
	);

	it('when a text value looks like such an id, then it is left as it is', async () => {
		const fleet = buildFleet({ devices: 1 });
		const taskDesc = 'see "jobId":"123"';
		fleet.setStatus('testDevice1', 'FAILED', { taskDesc });
		const { data } = JSON.parse(await textOf(LIST, { bareNumbers: true, fleet }));
		expect(data.simpleOTATaskInfo[0].taskDesc).toBe(taskDesc);
	});
});

describe('given the formats', () => {
	it('when XML is asked for, then the root is named after the action', async () => {
		const text = await textOf({ ...LIST, Format: 'XML' });
		expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><ListOTATaskByJobResponse>/);
		expect(text).toContain('<Success>true</Success>');
		expect(text.split('<SimpleOTATaskInfo>')).toHaveLength(3);
	});

	it('when XML is asked for and the gateway refuses, then the root is Error', async () => {
		const text = await textOf({ ...LIST, Format: 'XML', Version: '1 < 2' });
		expect(text).toMatch(/<Error><RequestId>.*<Code>InvalidVersion<\/Code>/);
	});

	it('when no format is asked for, then the instance decides', async () => {
		expect(await textOf(LIST)).toMatch(/^{/);
		expect(await textOf(LIST, { formatDefault: 'xml' })).toMatch(/^<\?xml/);
		expect(await textOf({ ...LIST, Format: 'JSON' }, { formatDefault: 'xml' })).toMatch(/^{/);
	});

	it('when a value holds marks of XML, then they are escaped', async () => {
		const fleet = buildFleet({ devices: 1, name: () => `<a> & "b" 'c'` });
		const text = await textOf({ ...LIST, Format: 'XML' }, { fleet });
		expect(text).toContain('&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;');
	});
});

describe('given request ids', () => {
	it('when two requests are answered, then each has its own', () =>
		withEmulator({}, async (emulator) => {
			const parameters = { CurrentPage: 1, PageSize: 1 };
			const one = await call(emulator, 'ListOTAFirmware', parameters);
			const two = await call(emulator, 'ListOTAFirmware', parameters);
			expect(one['requestId']).not.toEqual(two['requestId']);
		}));
});
