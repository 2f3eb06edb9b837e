import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isAction } from '../../platform';
import type { ActionName } from '../../platform';
import type { Emulator } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import { sendForm } from '../emulator/storage/uploading';
import { call } from '../emulator/testing';

/** What an action is asked, lists as lists: each client writes them in its own way. */
export type Asked = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A request that is answered with a yes on the demo fleet, printed in Pascal case. */
export interface SoundRequest {
	readonly asked: Asked;
	/** Makes what has to be there first; gives further parameters. */
	readonly prepare?: (emulator: Emulator) => Promise<Asked> | Asked;
}

const { productKey: ProductKey, firmwareId: FirmwareId, jobId: JobId } = DEMO;
const PAGE = { CurrentPage: 1, PageSize: 10 };
const DEVICE = { ProductKey, DeviceName: 'testDevice1' };
const DEVICES = { ProductKey, DeviceName: ['testDevice1', 'testDevice2'] };
const MODULE = { ProductKey, ModuleName: 'ble', AliasName: 'Bluetooth', Desc: 'The radio' };
const CONTENT = 'firmware';
const MD5 = createHash('md5').update(CONTENT).digest('hex');

const grant = z.object({ Data: z.record(z.string()) });

/** Uploads a file for a package and gives where it is. */
async function upload(emulator: Emulator): Promise<Asked> {
	const { Data } = grant.parse(await call(emulator, 'GenerateOTAUploadURL'));
	const { Key = '', OSSAccessKeyId = '', Policy = '', Signature = '', FirmwareUrl = '' } = Data;
	const fields = Object.entries({ key: Key, OSSAccessKeyId, policy: Policy, Signature });
	await sendForm(emulator, fields, CONTENT);
	return { FirmwareUrl };
}

/** Adds a package of which there is no job yet. */
function addPackage({ fleet }: Emulator): Asked {
	fleet.addPackage({ productKey: ProductKey, firmwareId: '200', status: 0 });
	return { FirmwareId: '200' };
}

/** A sound request of an action, with as many parameters as go together. An action without one is not tried. */
export const SOUND_REQUESTS: Readonly<Partial<Record<ActionName, SoundRequest>>> = {
	CancelOTATaskByDevice: { asked: { ...DEVICES, FirmwareId, JobId } },
	CancelOTATaskByJob: {
		asked: {
			...{ JobId, CancelQueuedTask: true, CancelNotifiedTask: true },
			CancelUnconfirmedTask: false,
		},
	},
	ConfirmOTATask: { asked: { TaskId: ['1836340780000000003', '1836340780000000011'] } },
	ListOTATaskByJob: {
		asked: { ...PAGE, JobId, TaskStatus: 'QUEUED', DeviceNames: ['testDevice1', 'testDevice2'] },
	},
	ListOTAUnfinishedTaskByDevice: {
		asked: { ...DEVICE, ModuleName: 'default', TaskStatus: 'QUEUED' },
	},
	QueryOTAJob: { asked: { JobId } },
	ListOTAJobByFirmware: { asked: { ...PAGE, FirmwareId } },
	ListOTAJobByDevice: { asked: { ...PAGE, ...DEVICE, FirmwareId } },
	CreateOTAVerifyJob: {
		asked: {
			...{ ProductKey, TargetDeviceName: ['testDevice7'], NeedPush: true, NeedConfirm: false },
			...{ TimeoutInMinutes: 60, DownloadProtocol: 'HTTPS' },
		},
		prepare: addPackage,
	},
	CreateOTAStaticUpgradeJob: {
		asked: {
			...{ ProductKey, FirmwareId, TargetSelection: 'SPECIFIC', DownloadProtocol: 'HTTPS' },
			...{ TargetDeviceName: ['testDevice7', 'testDevice8'], NeedPush: false, NeedConfirm: true },
			...{ RetryInterval: 30, RetryCount: 2, TimeoutInMinutes: 60 },
		},
	},
	GenerateOTAUploadURL: { asked: { FileSuffix: 'bin' } },
	CreateOTAFirmware: {
		asked: {
			...{ ProductKey, DestVersion: '2.0.0', FirmwareName: 'lamp-2' },
			...{ FirmwareSign: MD5, SignMethod: 'MD5', FirmwareSize: CONTENT.length, Type: 0 },
			...{ FirmwareDesc: 'Fixes a loop', NeedToVerify: false, SrcVersion: '1.0.0' },
			...{ ModuleName: 'ble', Udi: '{"note":"keep powered"}' },
		},
		prepare: upload,
	},
	ModifyOTAFirmware: {
		asked: { ProductKey, FirmwareId, FirmwareName: 'lamp-2', FirmwareDesc: 'Better', Udi: 'x' },
	},
	DeleteOTAFirmware: { asked: {}, prepare: addPackage },
	ListOTAFirmware: { asked: { ...PAGE, ProductKey, DestVersion: '1.0.1' } },
	QueryOTAFirmware: { asked: { FirmwareId } },
	CreateOTAModule: { asked: { ...MODULE, ModuleName: 'wifi' } },
	UpdateOTAModule: { asked: MODULE },
	DeleteOTAModule: { asked: { ProductKey, ModuleName: 'ble' } },
	ListOTAModuleByProduct: { asked: { ProductKey } },
	ListOTAModuleVersionsByDevice: { asked: { ...PAGE, ...DEVICE } },
	QueryProductList: { asked: PAGE },
	QueryProduct: { asked: { ProductKey } },
	QueryDevice: { asked: { ...PAGE, ProductKey } },
	QueryDeviceDetail: { asked: DEVICE },
	BatchQueryDeviceDetail: { asked: DEVICES },
	GetDeviceStatus: { asked: DEVICE },
	BatchGetDeviceState: { asked: DEVICES },
	QueryDevicePropertyStatus: { asked: DEVICE },
	SetDeviceProperty: { asked: { ...DEVICE, Items: '{"PowerSwitch":1}' } },
	SetDevicesProperty: { asked: { ...DEVICES, Items: '{"PowerSwitch":0}' } },
	SetDeviceDesiredProperty: {
		asked: { ...DEVICE, Items: '{"Brightness":80}', Versions: '{"Brightness":0}' },
	},
	InvokeThingService: { asked: { ...DEVICE, Identifier: 'ReadLog', Args: '{"Lines":2}' } },
};

/** OTA actions that Alibaba Cloud alone has: the platform's menu does not list them. */
export const OF_ALIBABA_CLOUD: Readonly<Record<string, Asked>> = {
	CancelOTAStrategyByJob: { JobId },
	CreateOTADynamicUpgradeJob: { ProductKey, FirmwareId, SrcVersion: ['1.0.0'], DynamicMode: 1 },
	GenerateDeviceNameListURL: {},
	ReupgradeOTATask: { JobId, TaskId: ['1836340780000000007'] },
	UpdateOTAJob: { JobId, MaximumPerMinute: 100, TargetSelection: 'ALL', UpgradeType: 'static' },
};

/** The request with which an action is tried; undefined where there is none. */
export function requestFor(action: string): SoundRequest | undefined {
	if (isAction(action)) return SOUND_REQUESTS[action];
	const asked = OF_ALIBABA_CLOUD[action];
	return asked && { asked };
}
