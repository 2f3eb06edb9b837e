import fc from 'fast-check';
import { ACTIONS, isAction } from '../../platform/catalog';
import { SECRET_KEYS } from '../../platform/catalog/secretKeys';
import type { ActionFacts, ActionName, ParameterFacts } from '../../platform/catalog';

// What each page says is held against the emulator in test/nodes/operations/catalogFacts.test.ts. Here is
// what holds for every action, and what a reader of the pages is likely to get wrong.

/** Where Alibaba Cloud grants another number of calls a second than 10. */
const OTHER_RATES = {
	CancelOTATaskByJob: 5,
	ConfirmOTATask: 20,
	CreateOTAStaticUpgradeJob: 20,
	ModifyOTAFirmware: 5,
	QueryProductList: 50,
	QueryDevice: 50,
	GetDeviceStatus: 500,
};

const NAMES = Object.keys(ACTIONS).filter(isAction);

const PARAMETERS = NAMES.flatMap((action) =>
	Object.entries(ACTIONS[action].parameters).map(([name, facts]): [string, ParameterFacts] => [
		`${action}.${name}`,
		facts,
	]),
);

function named(action: ActionName, parameter: string): ParameterFacts | undefined {
	return ACTIONS[action].parameters[parameter];
}

/** What `read` finds in the actions, by name; actions in which it finds nothing are left out. */
function where<T>(read: (facts: ActionFacts) => T | undefined): Record<string, T> {
	return known(NAMES.map((name): [string, T | undefined] => [name, read(ACTIONS[name])]));
}

function known<T>(rows: Array<[string, T | undefined]>): Record<string, T> {
	const found: Record<string, T> = {};
	for (const [name, value] of rows) if (value !== undefined) found[name] = value;
	return found;
}

describe('given the catalog of actions', () => {
	it.each([
		'CancelOTAStrategyByJob',
		'ReupgradeOTATask',
		'CreateOTADynamicUpgradeJob',
		'UpdateOTAJob',
		'GenerateDeviceNameListURL',
	])('then it leaves out %s, which only Alibaba Cloud documents', (name) => {
		expect(isAction(name)).toBe(false);
	});

	it.each(['', 'cancelotataskbydevice', 'QueryDeviceDetai', 'toString', '__proto__'])(
		'then "%s" is no action',
		(name) => {
			expect(isAction(name)).toBe(false);
		},
	);

	it('then any other text is no action', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(isAction(text)).toBe(NAMES.some((name) => name === text));
			}),
		);
	});

	it.each(NAMES)('then the facts of %s name the page of that action', (name) => {
		const { hostname, pathname } = new URL(ACTIONS[name].page);

		expect(`${hostname}${pathname}`).toMatch(
			/^(developer\.tuya\.com\/(cn|en)\/docs\/tuya-iot|help\.aliyun\.com\/zh\/marketplace)\/\w+$/,
		);
		expect(pathname.split('/').at(-1)?.toLowerCase()).toBe(name.toLowerCase());
	});

	it.each(NAMES)(
		'then %s reads if it lists, queries or gets, creates if it creates, invokes if it invokes, and else changes',
		(name) => {
			const reads = /^(List|Query|BatchQuery|Get|BatchGet)/.test(name);
			const [, verb = 'Change'] = /^(Create|Invoke)/.exec(name) ?? [];
			expect(ACTIONS[name].effect).toBe(reads ? 'read' : verb.toLowerCase());
		},
	);

	it.each(NAMES)('then the rate of %s, if one is stated, is a number of calls', (name) => {
		const { requestsPerSecond = 1 } = ACTIONS[name];
		expect(Number.isSafeInteger(requestsPerSecond)).toBe(true);
		expect(requestsPerSecond).toBeGreaterThanOrEqual(1);
		expect(requestsPerSecond).toBeLessThanOrEqual(500);
	});

	it('then the rates that differ from the usual 10 are the ones that Alibaba Cloud states', () => {
		expect(where((facts) => facts.requestsPerSecond)).toMatchObject(OTHER_RATES);
		expect(ACTIONS.CancelOTATaskByDevice.requestsPerSecond).toBe(10);
	});
});

describe('given the answer of an action', () => {
	it('then it holds a list or a record, not both', () => {
		for (const { list, record } of Object.values(ACTIONS)) {
			expect(list !== undefined && record !== undefined).toBe(false);
		}
	});

	it('then every read brings a list or a record', () => {
		for (const { effect, list, record } of Object.values(ACTIONS)) {
			if (effect === 'read') expect(list ?? record).toBeDefined();
		}
	});

	it('then a key that only the platform and the device know is a secret wherever devices or products are read', () => {
		const told = where((facts) => facts.secrets);
		for (const key of SECRET_KEYS) expect(Object.values(told).flat()).toContain(key);
		expect(told.GenerateOTAUploadURL).toEqual(['OSSAccessKeyId', 'Policy', 'Signature']);
	});
});

describe('given an action that lists in pages', () => {
	it('then it takes the number of a page from 1 and a size up to the largest page', () => {
		for (const { parameters, list } of Object.values(ACTIONS)) {
			if (!list?.paging) continue;
			expect(parameters.CurrentPage).toMatchObject({ type: 'integer', min: 1 });
			expect(parameters.PageSize).toMatchObject({
				type: 'integer',
				max: list.paging.largestPage,
			});
		}
	});

	it('then no other action takes a page number or size', () => {
		for (const { parameters, list } of Object.values(ACTIONS)) {
			const paged = list?.paging !== undefined;
			expect('CurrentPage' in parameters).toBe(paged);
			expect('PageSize' in parameters).toBe(paged);
		}
	});

	it('then it goes on by token exactly if it takes one', () => {
		for (const { parameters, list } of Object.values(ACTIONS)) {
			expect('NextToken' in parameters).toBe(list?.paging?.nextToken !== undefined);
		}
		expect(ACTIONS.QueryDevice.list?.paging?.nextToken).toEqual({
			...{ neededAbove: 10_000, endsBelow: 1_000_000 },
		});
	});
});

describe('given the parameters of an action', () => {
	it('then a list goes by its bare name and Action is not among them', () => {
		for (const [name] of PARAMETERS) expect(name).toMatch(/^\w+\.(?!Action$)[A-Z][A-Za-z]*$/);
	});

	it('then IDs are spelled as on the Chinese pages', () => {
		for (const [name] of PARAMETERS) expect(name).not.toMatch(/ID$|IoT/);
	});

	it('then no name is written in two letter cases', () => {
		const names = new Set(PARAMETERS.map(([name]) => name.replace(/^\w+\./, '')));
		expect(new Set([...names].map((name) => name.toLowerCase())).size).toBe(names.size);
	});

	it('then IDs are text, since 19 digits are more than a number holds', () => {
		for (const [name, { type }] of PARAMETERS) {
			if (name.endsWith('Id')) expect(['text', 'textList']).toContain(type);
		}
	});

	it('then the devices are DeviceName to CancelOTATaskByDevice and DeviceNames to ListOTATaskByJob', () => {
		expect(named('CancelOTATaskByDevice', 'DeviceName')?.type).toBe('textList');
		expect(named('CancelOTATaskByDevice', 'DeviceNames')).toBeUndefined();
		expect(named('ListOTATaskByJob', 'DeviceNames')?.type).toBe('textList');
		expect(named('ListOTATaskByJob', 'DeviceName')).toBeUndefined();
	});

	it('then the custom text of a package is Udi, in changes too', () => {
		expect(named('CreateOTAFirmware', 'Udi')?.type).toBe('text');
		expect(named('ModifyOTAFirmware', 'Udi')?.type).toBe('text');
		expect(named('ModifyOTAFirmware', 'FirmwareUdi')).toBeUndefined();
	});

	it('then the share of devices is text, which keeps decimals as written', () => {
		expect(named('CreateOTAStaticUpgradeJob', 'GrayPercent')).toEqual({ type: 'text' });
	});

	it('then what is needed, or cancelled by kind, is a yes-or-no question', () => {
		const asked = PARAMETERS.filter(([name]) => /\.(Need[A-Z]|Cancel\w+Task$)/.test(name));
		expect(asked.length).toBeGreaterThan(0);
		for (const [name, { type }] of asked) expect([name, type]).toEqual([name, 'boolean']);
	});
});

describe("given what Alibaba Cloud's own endpoint alone takes", () => {
	it('then it is marked, and nothing of it is required', () => {
		const marked = PARAMETERS.filter(([, { needsRegion }]) => needsRegion);
		expect(marked.map(([name]) => name).sort()).toEqual([
			'CancelOTATaskByJob.CancelInProgressTask',
			'CancelOTATaskByJob.CancelScheduledTask',
			'CreateOTAStaticUpgradeJob.GroupType',
			'CreateOTAStaticUpgradeJob.MaximumPerMinute',
			'CreateOTAStaticUpgradeJob.OverwriteMode',
			'CreateOTAStaticUpgradeJob.ScheduleFinishTime',
			'CreateOTAStaticUpgradeJob.ScheduleTime',
		]);
		for (const [name, { required }] of marked) expect([name, required]).toEqual([name, undefined]);
	});
});

describe('given the limits of a parameter', () => {
	it('then a job waits for a device from a minute to a day', () => {
		for (const name of ['CreateOTAVerifyJob', 'CreateOTAStaticUpgradeJob'] as const) {
			expect(named(name, 'TimeoutInMinutes')).toEqual({ type: 'integer', min: 1, max: 1440 });
		}
	});

	it.each(PARAMETERS)('then those of %s fit its type and one another', (_name, facts) => {
		const { type, values, min, max, maxLength, form, maxItems } = facts;

		if (type !== 'integer') expect([min, max]).toEqual([undefined, undefined]);
		if (type !== 'text') expect([maxLength, form]).toEqual([undefined, undefined]);
		if (type !== 'textList' && type !== 'json') expect(maxItems).toBeUndefined();
		if (type === 'boolean') expect(values).toBeUndefined();
		for (const figure of [min, max, maxLength, maxItems]) {
			if (figure !== undefined) expect(Number.isSafeInteger(figure) && figure > 0).toBe(true);
		}
		if (min !== undefined && max !== undefined) expect(min).toBeLessThanOrEqual(max);
		if (values) {
			expect(values.length).toBeGreaterThan(0);
			expect(new Set(values).size).toBe(values.length);
			if (type === 'integer') for (const value of values) expect(value).toMatch(/^(0|[1-9]\d*)$/);
		}
	});
});

describe('given what a text looks like', () => {
	it.each([
		['CreateOTAFirmware', 'DestVersion', '1.0.1-rc_2'],
		['CreateOTAFirmware', 'FirmwareName', 'firmware1'],
		['CreateOTAFirmware', 'FirmwareName', '固件-ファームウェア_2(β)'],
		['CreateOTAFirmware', 'FirmwareName', '2nd'],
		['CreateOTAModule', 'ModuleName', 'ble.main-1_0'],
		['CreateOTAModule', 'AliasName', 'BLE模块'],
		['UpdateOTAModule', 'AliasName', '-a.b_c'],
	] as const)('when %s is given the %s "%s", then it fits', (action, parameter, text) => {
		expect(named(action, parameter)?.form?.pattern.test(text)).toBe(true);
	});

	it.each([
		['CreateOTAFirmware', 'DestVersion', '1.0 1'],
		['CreateOTAFirmware', 'DestVersion', ''],
		['CreateOTAFirmware', 'DestVersion', '1.0\n'],
		['CreateOTAFirmware', 'FirmwareName', '_firmware'],
		['CreateOTAFirmware', 'FirmwareName', 'firmware/1'],
		['CreateOTAModule', 'ModuleName', '模块'],
		['CreateOTAModule', 'AliasName', 'a&b'],
		['UpdateOTAModule', 'AliasName', ''],
	] as const)('when %s is given the %s "%s", then it does not fit', (action, parameter, text) => {
		expect(named(action, parameter)?.form?.pattern.test(text)).toBe(false);
	});

	it('then a pattern keeps no state between two texts', () => {
		for (const [, { form }] of PARAMETERS) {
			if (form) expect(form.pattern.flags).not.toMatch(/[gy]/);
		}
	});
});
