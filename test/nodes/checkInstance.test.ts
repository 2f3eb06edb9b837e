import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { ACTIONS, isAction } from '../../platform';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import type { Emulator, EmulatorOptions } from '../emulator/emulator';
import { always } from '../emulator/faults/faults';
import { buildFleet } from '../emulator/fleet/fleets';
import { Fleet } from '../emulator/fleet/fleet';
import { engine } from '../engine/loaded';
import { startMeddler } from '../support/front';
import { jsonOf, pairsOf } from './bench';
import { onOperations } from './operations/bench';
import { quickTime } from '../support/quickTime';

quickTime();

const READ_ACTIONS = Object.keys(ACTIONS)
	.filter(isAction)
	.filter((action) => ACTIONS[action].effect === 'read');

/** What Check says of an emulator: what was seen of each point, and all of it as text. */
interface Checked {
	readonly seen: Readonly<Record<string, string>>;
	readonly advice: Readonly<Record<string, string>>;
	readonly report: string;
	readonly told: string;
	readonly emulator: Emulator;
}

interface Setting {
	readonly credential?: ICredentialDataDecryptedObject;
	readonly options?: INodeParameters;
}

/** Checks an emulator; of every check holds that it reads alone, asks little and tells no secret and no name. */
async function checkOn(
	emulatorOptions: EmulatorOptions,
	{ credential, options = {} }: Setting = {},
	most = 20,
): Promise<Checked> {
	const found: Checked[] = [];
	await onOperations(engine, emulatorOptions, async ({ emulator, run }) => {
		const parameters = { options: { requestsPerSecond: 100, ...options } };
		const operation = { resource: 'instance', operation: 'check' };
		const { error, outputs, log } = await run({ ...operation, parameters, credential });
		expect(error).toBeUndefined();
		const items = jsonOf(outputs[0]);
		const points = items.slice(0, -1);
		const column = (key: string) =>
			Object.fromEntries(points.map((item) => [String(item.point), String(item[key])]));
		const told = JSON.stringify(items);
		expect(emulator.log.length).toBeLessThanOrEqual(most);
		const asked = emulator.log.map(({ action = '' }) => action);
		expect(asked.filter((action) => !READ_ACTIONS.some((read) => read === action))).toEqual([]);
		for (const secret of secretsOf(emulator)) {
			expect(told).not.toContain(secret);
			expect(log.join('\n')).not.toContain(secret);
		}
		const report = String(items.at(-1)?.report);
		found.push({ seen: column('seen'), advice: column('advice'), report, told, emulator });
	});
	const [checked] = found;
	if (!checked) throw new Error('The check did not run');
	return checked;
}

/** Everything that identifies the key, the instance or what it holds. */
function secretsOf({ log, fleet, endpoint }: Emulator): string[] {
	const sent = log.flatMap(({ parameters }) => [
		parameters.SignatureNonce ?? '',
		parameters.Signature ?? '',
	]);
	const names = fleet.devices.flatMap(({ deviceName, productKey, iotId }) => [
		...[deviceName, productKey, iotId],
	]);
	const others = ['1836340779212660001', 'lamp-firmware', 'Street Lamp', 'Main Street', endpoint];
	const keys = [EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET];
	return [...keys, ...sent, ...names, ...others].filter((text) => text !== '');
}

const half = READ_ACTIONS.filter((_, at) => at % 2 === 0);

describe('given an instance that answers as documented', () => {
	it('when it is checked, then each point tells what is so there', async () => {
		const { seen, emulator } = await checkOn({});
		expect(seen).toEqual({
			Reachable: expect.stringMatching(/^yes, in \d+ ms$/),
			'TLS and certificate': 'none',
			Clock: 'the same as here, to a second',
			Signature: 'taken',
			'Actions that read': `${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
			'Common Parameters': 'Full: taken. Minimal: taken.',
			Version: '2018-01-20: taken. 2022-01-01: taken.',
			'HTTP Method': 'GET: taken. POST: taken.',
			Format: 'When asked for JSON: JSON. When not asked: JSON.',
			'Keys of a yes': 'small first letters (success)',
			'Keys of a no': 'by an action: small first letters (code), HTTP status 200',
			IDs: 'FirmwareId: text. JobId: text. TaskId: text',
			Lists: expect.stringContaining('ListOTATaskByJob at data.simpleOTATaskInfo: as documented'),
			'Page size': expect.stringMatching(/^honoured by QueryDevice, ListOTATaskByJob/),
			'Filter by name': 'honoured by ListOTATaskByJob',
			'Reads a second': 'not seen',
			Requests: expect.stringMatching(/^1\d, reads alone$/),
		});
		expect([...new Set(emulator.log.map(({ action }) => action))].sort()).toEqual(
			READ_ACTIONS.toSorted(),
		);
	});

	it('when it is checked, then the report has every point and what was seen of it', async () => {
		const { seen, report } = await checkOn({});
		for (const [point, what] of Object.entries(seen)) {
			if (/\d ms/.test(what)) continue;
			expect(report).toContain(`| ${point} | ${what} |`);
		}
		expect(report).toContain('| HTTP Method | GET: taken. POST: taken. | 4. HTTP method |');
	});
});

describe('given an instance with ways of its own', () => {
	it('when its keys begin with capitals, then those of a yes and of a no are told', async () => {
		const { seen } = await checkOn({ letterCase: 'pascal' });
		expect(seen).toMatchObject({
			'Keys of a yes': 'capital first letters (Success)',
			'Keys of a no': 'by an action: capital first letters (Code), HTTP status 200',
			Lists: expect.stringContaining('ListOTAFirmware at FirmwareInfo.SimpleFirmwareInfo'),
			IDs: 'FirmwareId: text. JobId: text. TaskId: text',
			'Filter by name': 'honoured by ListOTATaskByJob',
		});
	});

	it('when it answers in XML unless asked for JSON, then Minimal is taken and advised against', async () => {
		const { seen, advice } = await checkOn({ formatDefault: 'xml' });
		expect(seen).toMatchObject({
			'Common Parameters': 'Full: taken. Minimal: taken.',
			Format: 'When asked for JSON: JSON. When not asked: XML.',
			'Actions that read': `${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
		});
		expect(advice.Format).toBe('Keep Common Parameters in the credential at Full.');
	});

	it('when it answers in XML and the credential says Minimal, then the rest is looked at in Full', async () => {
		const credential = { commonParameters: 'minimal' };
		const { seen } = await checkOn({ formatDefault: 'xml' }, { credential });
		expect(seen).toMatchObject({
			Reachable: expect.stringMatching(/^yes/),
			Format: 'When asked for JSON: JSON. When not asked: XML.',
			'Actions that read': `${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
		});
	});

	it('when its IDs are numbers, then that is told for each kind', async () => {
		const { seen, advice } = await checkOn({ bareNumbers: true });
		expect(seen.IDs).toBe('FirmwareId: text. JobId: number. TaskId: number');
		expect(advice.IDs).toContain('lose digits');
	});

	it('when its lists are bare, then each is told as such', async () => {
		const { seen } = await checkOn({ listShape: 'bare' });
		expect(seen.Lists).toContain('ListOTAFirmware at firmwareInfo: bare');
		expect(seen.Lists).toContain('ListOTATaskByJob at data: bare');
		expect(seen['Filter by name']).toBe('honoured by ListOTATaskByJob');
	});

	it('when it refuses POST, then that is told with its code, and every read is asked by GET', async () => {
		const { seen, advice } = await checkOn({ refusesPost: true });
		expect(seen).toMatchObject({
			'HTTP Method': 'GET: taken. POST: refused (UnsupportedHTTPMethod).',
			'Actions that read': `${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
		});
		expect(advice['HTTP Method']).toBe('Nothing to do.');
	});

	it('when it refuses POST and the credential says POST, then GET is advised and everything is looked at', async () => {
		const credential = { httpMethod: 'POST' };
		const { seen, advice } = await checkOn({ refusesPost: true }, { credential });
		expect(seen['Actions that read']).toBe(
			`${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
		);
		expect(advice['HTTP Method']).toBe('Set HTTP Method in the credential to GET.');
	});

	it('when its key may do half, then each action that it may not call is told with the code', async () => {
		const { seen } = await checkOn({ deniedActions: half });
		const access = seen['Actions that read'] ?? '';
		expect(access).toContain(
			`${READ_ACTIONS.length - half.length} of ${READ_ACTIONS.length} allowed; not allowed: `,
		);
		for (const action of half) expect(access).toContain(`${action} (Forbidden.RAM)`);
		expect(access.match(/Forbidden\.RAM/g)).toHaveLength(half.length);
		expect(seen['Keys of a no']).toContain(
			'by the gateway: capital first letters (Code), HTTP status 403',
		);
	});

	it('when it knows one version, then the other is refused with its code', async () => {
		const { seen } = await checkOn({ versions: ['2018-01-20'] });
		expect(seen.Version).toBe('2018-01-20: taken. 2022-01-01: refused (InvalidVersion).');
	});

	it('when it ignores names, then the filter is told as not honoured', async () => {
		const { seen } = await checkOn({ ignoresNames: true });
		expect(seen['Filter by name']).toBe('not honoured by ListOTATaskByJob');
	});

	it('when its clock is an hour ahead, then that is told', async () => {
		const { seen, advice } = await checkOn({ clockOffset: 3_600_000 });
		expect(seen.Clock).toMatch(/^3(599|600|601) s ahead of the clock of this n8n$/);
		expect(advice.Clock).toContain('NTP');
	});

	it('when it speaks TLS, then the certificate is told if this n8n shows it, and else said not to be seen', async () => {
		const { seen } = await checkOn({ https: true }, { credential: { ignoreSslIssues: true } });
		expect(seen.Reachable).toMatch(/^yes/);
		expect(seen['TLS and certificate']).toMatch(
			/^(?:not seen|TLSv1\.3, vouched for by itself, \d+ days left)$/,
		);
	});

	it('when it holds nothing, then what needs a record is told as not seen, and the key may call everything', async () => {
		const { seen } = await checkOn({ fleet: new Fleet() });
		expect(seen).toMatchObject({
			'Actions that read': `${READ_ACTIONS.length} of ${READ_ACTIONS.length} allowed`,
			IDs: 'not seen',
			'Page size': 'not seen',
			'Filter by name': 'not seen',
		});
	});
});

describe('given all of it at once', () => {
	it('when the instance is as strange as can be, then 20 requests are enough', async () => {
		const { seen } = await checkOn({
			...{ letterCase: 'pascal', formatDefault: 'xml', bareNumbers: true, listShape: 'bare' },
			...{ refusesPost: true, deniedActions: half, versions: ['2018-01-20'] },
			fleet: buildFleet({ devices: 30 }),
		});
		expect(seen).toMatchObject({ Reachable: expect.stringMatching(/^yes/), Signature: 'taken' });
	});
});

describe('given an instance that cannot be looked at', () => {
	it.each<[string, EmulatorOptions, ICredentialDataDecryptedObject, string]>([
		[
			'a wrong secret',
			{},
			{ accessKeySecret: 'wrongSecret' },
			'no: The AccessKey Secret in the credential does not belong to its AccessKey ID',
		],
		[
			'an unknown key',
			{},
			{ accessKeyId: 'nobody' },
			'no: The AccessKey ID in the credential is unknown',
		],
		[
			'no server',
			{},
			{ endpoint: 'http://127.0.0.1:1' },
			'no: the endpoint refused the connection',
		],
		[
			'a web page',
			{ faults: always({ kind: 'html' }) },
			{},
			'no: the endpoint answered with a web page',
		],
	])(
		'when there is %s, then that is told, and nothing else is asked for long',
		async (_, options, credential, sentence) => {
			const { seen, advice, told } = await checkOn(options, { credential }, 4);
			expect(seen.Reachable).toContain(sentence);
			expect(advice.Reachable).not.toBe('Nothing to do.');
			expect(seen['Actions that read']).toMatch(/^0 of /);
			expect(told).not.toMatch(/127\.0\.0\.1|wrongSecret|nobody/);
		},
	);
});

describe('given Measure Rate', () => {
	it('when the instance takes ten a second, then the measure stops at the first that is throttled', async () => {
		const options = { measureRate: true };
		const { seen, emulator } = await checkOn({ requestsPerSecond: 10 }, { options }, 20 + 60);
		expect(seen['Reads a second']).toMatch(/^10 of ListOTAFirmware in \d\.\d s, then throttled$/);
		expect(emulator.log.filter(({ code }) => code === 'Throttling.User').length).toBeLessThan(15);
	});

	it('when nothing is throttled, then 60 are enough', async () => {
		const { seen } = await checkOn({}, { options: { measureRate: true } }, 20 + 60);
		expect(seen['Reads a second']).toMatch(
			/^[1-6]0 of ListOTAFirmware in \d\.\d s, none throttled$/,
		);
	});
});

describe('given several input items', () => {
	it('when the instance is checked, then once for all of them, and each output is paired to every input', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const items = [{ json: {} }, { json: {} }];
			const { outputs } = await run({ resource: 'instance', operation: 'check', items });
			expect(emulator.log.length).toBeLessThanOrEqual(20);
			for (const pairs of pairsOf(outputs[0])) expect(pairs).toEqual([0, 1]);
		});
	});
});

describe('given a proxy that changes addresses and leaves forms alone', () => {
	it('when the instance is checked, then POST is found to pass and advised', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const { url, stop } = await startMeddler(emulator.port, (path) =>
				path.replace('PageSize=2', 'PageSize=1'),
			);
			try {
				const operation = { resource: 'instance', operation: 'check' };
				const { outputs } = await run({ ...operation, credential: { endpoint: url } });
				const method = jsonOf(outputs[0]).find(({ point }) => point === 'HTTP Method');
				expect(method).toMatchObject({
					seen: 'GET: refused (SignatureDoesNotMatch). POST: taken.',
					advice: 'Set HTTP Method in the credential to POST.',
				});
				expect(emulator.log.length).toBeLessThanOrEqual(20);
			} finally {
				await stop();
			}
		});
	});
});
