import fc from 'fast-check';
import { ACTIONS, isAction } from '../../platform/catalog';
import type { ActionFacts, ActionName, ParameterFacts } from '../../platform/catalog';

/** Names of the platform's pages, with the parameters that they require. */
const REQUIRED: Record<ActionName, string[]> = {
	CancelOTATaskByDevice: ['ProductKey', 'FirmwareId', 'DeviceName'],
	CancelOTATaskByJob: ['JobId'],
	ConfirmOTATask: ['TaskId'],
	ListOTATaskByJob: ['JobId'],
	ListOTAUnfinishedTaskByDevice: [],
	QueryOTAJob: ['JobId'],
	ListOTAJobByFirmware: ['CurrentPage', 'PageSize', 'FirmwareId'],
	ListOTAJobByDevice: ['CurrentPage', 'PageSize', 'ProductKey', 'DeviceName', 'FirmwareId'],
	CreateOTAVerifyJob: ['FirmwareId', 'ProductKey'],
	CreateOTAStaticUpgradeJob: ['FirmwareId', 'ProductKey', 'TargetSelection'],
	GenerateOTAUploadURL: [],
	CreateOTAFirmware: ['DestVersion', 'FirmwareName', 'FirmwareSign'],
	ModifyOTAFirmware: ['FirmwareId', 'FirmwareName'],
	DeleteOTAFirmware: ['FirmwareId'],
	ListOTAFirmware: ['CurrentPage', 'PageSize'],
	QueryOTAFirmware: ['FirmwareId'],
	CreateOTAModule: ['ModuleName', 'ProductKey'],
	UpdateOTAModule: ['ModuleName', 'ProductKey'],
	DeleteOTAModule: ['ModuleName', 'ProductKey'],
	ListOTAModuleByProduct: ['ProductKey'],
	ListOTAModuleVersionsByDevice: ['CurrentPage', 'PageSize'],
	QueryProductList: ['CurrentPage', 'PageSize'],
	QueryProduct: ['ProductKey'],
	QueryDevice: ['ProductKey'],
	QueryDeviceDetail: [],
	BatchQueryDeviceDetail: ['ProductKey', 'DeviceName'],
	GetDeviceStatus: [],
	BatchGetDeviceState: [],
};

const LARGEST_PAGES = {
	ListOTAFirmware: 100,
	ListOTAJobByFirmware: 200,
	ListOTAJobByDevice: 100,
	ListOTATaskByJob: 100,
	ListOTAModuleVersionsByDevice: 200,
	QueryProductList: 200,
	QueryDevice: 50,
};

const LIST_PATHS = {
	ListOTATaskByJob: 'Data.SimpleOTATaskInfo',
	ListOTAUnfinishedTaskByDevice: 'Data.SimpleOTATaskInfo',
	ListOTAJobByFirmware: 'Data.SimpleOTAJobInfo',
	ListOTAJobByDevice: 'Data.SimpleOTAJobInfo',
	ListOTAFirmware: 'FirmwareInfo.SimpleFirmwareInfo',
	ListOTAModuleByProduct: 'Data',
	ListOTAModuleVersionsByDevice: 'Data.SimpleOTAModuleInfo',
	QueryProductList: 'Data.List.ProductInfo',
	QueryDevice: 'Data.DeviceInfo',
	BatchQueryDeviceDetail: 'Data.Data',
	BatchGetDeviceState: 'DeviceStatusList.DeviceStatus',
};

const RECORD_PATHS = {
	QueryOTAJob: 'Data',
	CreateOTAVerifyJob: 'Data',
	CreateOTAStaticUpgradeJob: 'Data',
	GenerateOTAUploadURL: 'Data',
	CreateOTAFirmware: 'Data',
	QueryOTAFirmware: 'FirmwareInfo',
	QueryProduct: 'Data',
	QueryDeviceDetail: 'Data',
	GetDeviceStatus: 'Data',
};

const SECRETS = {
	GenerateOTAUploadURL: ['OSSAccessKeyId', 'Policy', 'Signature'],
	QueryProduct: ['ProductSecret'],
	QueryDevice: ['DeviceSecret'],
	QueryDeviceDetail: ['DeviceSecret'],
	BatchQueryDeviceDetail: ['DeviceSecret'],
};

const REQUESTS_PER_SECOND = {
	CancelOTATaskByDevice: 10,
	CancelOTATaskByJob: 5,
	ConfirmOTATask: 20,
	ListOTAUnfinishedTaskByDevice: 10,
	QueryOTAJob: 10,
	ListOTAJobByFirmware: 10,
	ListOTAJobByDevice: 10,
	CreateOTAVerifyJob: 10,
	CreateOTAStaticUpgradeJob: 20,
	GenerateOTAUploadURL: 10,
	CreateOTAFirmware: 10,
	ModifyOTAFirmware: 5,
	DeleteOTAFirmware: 10,
	ListOTAFirmware: 10,
	UpdateOTAModule: 10,
	DeleteOTAModule: 10,
	ListOTAModuleByProduct: 10,
	ListOTAModuleVersionsByDevice: 10,
	QueryProductList: 50,
	QueryDevice: 50,
	GetDeviceStatus: 500,
};

const LIST_SIZES = {
	'ConfirmOTATask.TaskId': 10,
	'CancelOTATaskByDevice.DeviceName': 200,
	'CreateOTAVerifyJob.TargetDeviceName': 10,
	'CreateOTAStaticUpgradeJob.TargetDeviceName': 200,
	'CreateOTAStaticUpgradeJob.SrcVersion': 10,
	'BatchQueryDeviceDetail.DeviceName': 100,
	'BatchGetDeviceState.DeviceName': 50,
	'BatchGetDeviceState.IotId': 50,
};

const VALUES = {
	'ListOTATaskByJob.TaskStatus': 'CONFIRM QUEUED NOTIFIED IN_PROGRESS SUCCEEDED FAILED CANCELED',
	'ListOTAUnfinishedTaskByDevice.TaskStatus': 'CONFIRM QUEUED NOTIFIED IN_PROGRESS',
	'ListOTAUnfinishedTaskByDevice.TaskStatusList': 'CONFIRM QUEUED NOTIFIED IN_PROGRESS',
	'CreateOTAVerifyJob.DownloadProtocol': 'HTTPS',
	'CreateOTAStaticUpgradeJob.DownloadProtocol': 'HTTPS',
	'CreateOTAStaticUpgradeJob.TargetSelection': 'ALL SPECIFIC GRAY GROUP',
	'CreateOTAStaticUpgradeJob.RetryInterval': '0 10 30 60 1440',
	'CreateOTAStaticUpgradeJob.RetryCount': '1 2 5',
	'GenerateOTAUploadURL.FileSuffix': 'bin dav apk tar gz tar.gz zip gzip',
	'CreateOTAFirmware.SignMethod': 'MD5 SHA256',
	'CreateOTAFirmware.Type': '0',
};

const LENGTHS = {
	'CreateOTAFirmware.DestVersion': 64,
	'CreateOTAFirmware.FirmwareName': 40,
	'CreateOTAFirmware.FirmwareDesc': 100,
	'CreateOTAFirmware.Udi': 4096,
	'ModifyOTAFirmware.FirmwareName': 40,
	'ModifyOTAFirmware.FirmwareDesc': 100,
	'ModifyOTAFirmware.Udi': 4096,
	'CreateOTAModule.ModuleName': 64,
	'CreateOTAModule.AliasName': 64,
	'CreateOTAModule.Desc': 100,
	'UpdateOTAModule.ModuleName': 64,
	'UpdateOTAModule.AliasName': 64,
	'UpdateOTAModule.Desc': 100,
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

/** The same for parameters, by `Action.Parameter`. */
function inParameters<T>(read: (facts: ParameterFacts) => T | undefined): Record<string, T> {
	return known(PARAMETERS.map(([name, facts]): [string, T | undefined] => [name, read(facts)]));
}

function known<T>(rows: Array<[string, T | undefined]>): Record<string, T> {
	const found: Record<string, T> = {};
	for (const [name, value] of rows) if (value !== undefined) found[name] = value;
	return found;
}

describe('given the catalog of actions', () => {
	it('then it holds the actions that the platform documents, and no other', () => {
		expect([...NAMES].sort()).toEqual(Object.keys(REQUIRED).sort());
	});

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
				expect(isAction(text)).toBe(Object.keys(REQUIRED).includes(text));
			}),
		);
	});

	it.each(NAMES)('then %s requires what its page requires', (name) => {
		const required = Object.entries(ACTIONS[name].parameters)
			.filter(([, facts]) => facts.required === true)
			.map(([parameter]) => parameter);

		expect(required.sort()).toEqual([...REQUIRED[name]].sort());
	});

	it.each(NAMES)('then the facts of %s name the page of that action', (name) => {
		const { hostname, pathname } = new URL(ACTIONS[name].page);

		expect(`${hostname}${pathname}`).toMatch(
			/^(developer\.tuya\.com\/(cn|en)\/docs\/tuya-iot|help\.aliyun\.com\/zh\/marketplace)\/\w+$/,
		);
		expect(pathname.split('/').at(-1)?.toLowerCase()).toBe(name.toLowerCase());
	});

	it('then lists and queries read, creations create, all others change', () => {
		for (const name of NAMES) {
			const reads = /^(List|Query|BatchQuery|Get|BatchGet)/.test(name);
			const creates = name.startsWith('Create');

			expect([name, ACTIONS[name].effect]).toEqual([
				name,
				reads ? 'read' : creates ? 'create' : 'change',
			]);
		}
	});

	it('then the rates are the ones that Alibaba Cloud states', () => {
		expect(where((facts) => facts.requestsPerSecond)).toEqual(REQUESTS_PER_SECOND);
	});
});

describe('given the answer of an action', () => {
	it('then its list is where the page shows it', () => {
		expect(where((facts) => facts.list?.path.join('.'))).toEqual(LIST_PATHS);
	});

	it('then its single record is where the page shows it', () => {
		expect(where((facts) => facts.record?.join('.'))).toEqual(RECORD_PATHS);
	});

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

	it('then the secrets of devices, products and uploads are known', () => {
		expect(where((facts) => facts.secrets)).toEqual(SECRETS);
	});
});

describe('given an action that lists in pages', () => {
	it('then its largest page is the documented one', () => {
		expect(where((facts) => facts.list?.paging?.largestPage)).toEqual(LARGEST_PAGES);
	});

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

	it('then only QueryDevice goes on by token', () => {
		expect(where((facts) => facts.list?.paging?.nextToken)).toEqual({
			QueryDevice: { neededAbove: 10_000, endsBelow: 1_000_000 },
		});
		expect(named('QueryDevice', 'NextToken')).toBeDefined();
	});

	it('then only ListOTATaskByJob and QueryDevice do without page number and size', () => {
		const optional = NAMES.filter(
			(name) => ACTIONS[name].list?.paging && !named(name, 'PageSize')?.required,
		);
		expect(optional.sort()).toEqual(['ListOTATaskByJob', 'QueryDevice']);
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

	it('then the yes-or-no questions are the documented ones', () => {
		const booleans = PARAMETERS.filter(([, { type }]) => type === 'boolean');
		expect(booleans.map(([name]) => name).sort()).toEqual([
			'CancelOTATaskByJob.CancelNotifiedTask',
			'CancelOTATaskByJob.CancelQueuedTask',
			'CancelOTATaskByJob.CancelUnconfirmedTask',
			'CreateOTAFirmware.NeedToVerify',
			'CreateOTAStaticUpgradeJob.NeedConfirm',
			'CreateOTAStaticUpgradeJob.NeedPush',
			'CreateOTAVerifyJob.NeedConfirm',
			'CreateOTAVerifyJob.NeedPush',
		]);
	});
});

describe('given the limits of a parameter', () => {
	it('then the closed lists of values are the documented ones', () => {
		expect(inParameters((facts) => facts.values?.join(' '))).toEqual(VALUES);
	});

	it('then the longest lists are the documented ones', () => {
		expect(inParameters((facts) => facts.maxItems)).toEqual(LIST_SIZES);
	});

	it('then the longest texts are the documented ones', () => {
		expect(inParameters((facts) => facts.maxLength)).toEqual(LENGTHS);
	});

	it('then a job waits for a device from a minute to a day', () => {
		for (const name of ['CreateOTAVerifyJob', 'CreateOTAStaticUpgradeJob'] as const) {
			expect(named(name, 'TimeoutInMinutes')).toEqual({ type: 'integer', min: 1, max: 1440 });
		}
	});

	it.each(PARAMETERS)('then those of %s fit its type and one another', (_name, facts) => {
		const { type, values, min, max, maxLength, form, maxItems } = facts;

		if (type !== 'integer') expect([min, max]).toEqual([undefined, undefined]);
		if (type !== 'text') expect([maxLength, form]).toEqual([undefined, undefined]);
		if (type !== 'textList') expect(maxItems).toBeUndefined();
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
