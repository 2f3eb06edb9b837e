import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { byId, DONE, iotIdOf, taskIdOf, WITH_REGION } from '../variant';

const { productKey, firmwareId, jobId } = DEMO;
const target = { productKey: byId(productKey), firmwareId: byId(firmwareId) };
const TARGET = { ProductKey: productKey, FirmwareId: firmwareId };
const TASK_1 = {
	...{ taskId: taskIdOf(1), jobId, firmwareId, productKey, deviceName: 'testDevice1' },
	...{ productName: 'Street Lamp', iotId: iotIdOf(1), srcVersion: '1.0.0', destVersion: '1.0.1' },
	...{ taskStatus: 'QUEUED', utcCreate: expect.any(String), utcModified: expect.any(String) },
};
const LISTED_TASK_1 = { ...TASK_1, progress: '0', taskDesc: '', timeout: '1440' };
const SIMPLE_TASK_1 = {
	...{ taskId: taskIdOf(1), jobId, firmwareId, productKey, deviceName: 'testDevice1' },
	...{ srcVersion: '1.0.0', taskStatus: 'QUEUED', utcModified: expect.any(String) },
};
const TASK_2 = expect.objectContaining({ taskId: taskIdOf(2) });

const cancelByDevice = {
	resource: 'otaTask',
	operation: 'cancelByDevice',
	action: 'CancelOTATaskByDevice',
} as const;
const cancelByJob = {
	resource: 'otaTask',
	operation: 'cancelByJob',
	action: 'CancelOTATaskByJob',
} as const;
const confirm = { resource: 'otaTask', operation: 'confirm', action: 'ConfirmOTATask' } as const;
const getManyByJob = {
	resource: 'otaTask',
	operation: 'getManyByJob',
	action: 'ListOTATaskByJob',
} as const;
const getUnfinished = {
	resource: 'otaTask',
	operation: 'getUnfinishedByDevice',
	action: 'ListOTAUnfinishedTaskByDevice',
} as const;

export const OTA_TASK: readonly Variant[] = [
	{
		...cancelByDevice,
		given: 'every field',
		fields: {
			...{ ...target, jobId: byId(jobId), deviceNames: 'testDevice1, testDevice2' },
			...{ previewOnly: false, refuseMoreThan: 2 },
		},
		wire: {
			...TARGET,
			JobId: jobId,
			'DeviceName.1': 'testDevice1',
			'DeviceName.2': 'testDevice2',
		},
		items: [DONE],
	},
	{
		...cancelByDevice,
		given: 'required fields only',
		fields: { ...target, deviceNames: 'testDevice1' },
		wire: { ...TARGET, 'DeviceName.1': 'testDevice1' },
		items: [DONE],
	},
	{
		...cancelByJob,
		given: 'every field',
		fields: {
			firmwareId: byId(firmwareId),
			jobId: byId(jobId),
			cancelQueuedTask: false,
			cancelNotifiedTask: true,
			cancelUnconfirmedTask: false,
		},
		wire: {
			JobId: jobId,
			CancelQueuedTask: 'false',
			CancelNotifiedTask: 'true',
			CancelUnconfirmedTask: 'false',
		},
		items: [DONE],
	},
	{
		...cancelByJob,
		given: "all that Alibaba Cloud's own endpoint takes beside",
		credential: WITH_REGION,
		fields: {
			...{ jobId: byId(jobId), cancelQueuedTask: false, cancelNotifiedTask: false },
			...{ cancelUnconfirmedTask: false },
			alibabaCloudOnly: { cancelInProgressTask: true, cancelScheduledTask: true },
		},
		wire: {
			...{ JobId: jobId, CancelQueuedTask: 'false', CancelNotifiedTask: 'false' },
			...{ CancelUnconfirmedTask: 'false' },
			...{ CancelInProgressTask: 'true', CancelScheduledTask: 'true' },
		},
		items: [DONE],
	},
	{
		...cancelByJob,
		given: 'required fields only',
		fields: { jobId: byId(jobId) },
		wire: {
			JobId: jobId,
			CancelQueuedTask: 'true',
			CancelNotifiedTask: 'true',
			CancelUnconfirmedTask: 'true',
		},
		items: [DONE],
	},
	{
		...confirm,
		given: 'its one field',
		fields: { taskId: `${taskIdOf(3)}, ${taskIdOf(11)}` },
		wire: { 'TaskId.1': taskIdOf(3), 'TaskId.2': taskIdOf(11) },
		items: [DONE],
	},
	{
		...getManyByJob,
		given: 'every field',
		fields: {
			...{ firmwareId: byId(firmwareId), jobId: byId(jobId), returnAll: true, simplify: false },
			filters: { deviceNames: 'testDevice1, testDevice5', taskStatus: 'QUEUED' },
		},
		wire: {
			...{ JobId: jobId, TaskStatus: 'QUEUED', CurrentPage: '1', PageSize: '100' },
			...{ 'DeviceNames.1': 'testDevice1', 'DeviceNames.2': 'testDevice5' },
		},
		items: [LISTED_TASK_1],
	},
	{
		...getManyByJob,
		given: 'required fields and a limit',
		fields: { jobId: byId(jobId), limit: 2 },
		wire: { JobId: jobId, CurrentPage: '1', PageSize: '2' },
		items: [{ ...SIMPLE_TASK_1, progress: '0', taskDesc: '' }, TASK_2],
		itemsOfVersion1: [LISTED_TASK_1, TASK_2],
	},
	{
		...getUnfinished,
		given: 'product and name, and every filter',
		fields: {
			...{ deviceBy: 'name', productKey: byId(productKey), deviceName: byId('testDevice1') },
			filters: { moduleName: 'default', taskStatusList: ['QUEUED', 'NOTIFIED'] },
			simplify: false,
		},
		wire: {
			...{ ProductKey: productKey, DeviceName: 'testDevice1', ModuleName: 'default' },
			...{ 'TaskStatusList.1': 'QUEUED', 'TaskStatusList.2': 'NOTIFIED' },
		},
		items: [{ ...TASK_1, moduleName: 'default' }],
	},
	{
		...getUnfinished,
		given: 'an IoT ID only',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(1) },
		wire: { IotId: iotIdOf(1) },
		items: [{ ...SIMPLE_TASK_1, destVersion: '1.0.1', moduleName: 'default' }],
		itemsOfVersion1: [{ ...TASK_1, moduleName: 'default' }],
	},
	{
		...getUnfinished,
		given: 'an IoT ID of a device that has none',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(6) },
		wire: { IotId: iotIdOf(6) },
		items: [],
	},
];
