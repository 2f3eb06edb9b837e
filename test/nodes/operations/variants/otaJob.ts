import type { Emulator } from '../../../emulator/emulator';
import { DEMO } from '../../../emulator/fleet/fleets';
import type { TaskStatus } from '../../../emulator/fleet/records';
import type { Variant } from '../variant';
import { byId, made, WITH_REGION } from '../variant';

const { productKey, firmwareId, jobId } = DEMO;
const roll = { productKey: byId(productKey), firmwareId: byId(firmwareId) };
const ROLL = { ProductKey: productKey, FirmwareId: firmwareId };
const NEW_JOB = made({ jobId: '1836340779000000002' });
const JOB = {
	...{ jobId, firmwareId, productKey, jobStatus: 'IN_PROGRESS', jobType: 'UPGRADE_FIRMWARE' },
	...{ targetSelection: 'SPECIFIC', utcCreate: expect.any(String) },
	utcModified: expect.any(String),
};
const SIMPLE_JOB = { ...JOB, name: 'lamp-firmware', destVersion: '1.0.1' };
const EVERYTHING = {
	...({ targetSelection: 'GROUP', groupId: 'lamps', grayPercent: '33.33' } as const),
	...{ retryCount: 2, retryInterval: 60, timeoutInMinutes: 10 },
	...{ utcStartTime: '2024-05-07T02:00:00.000Z', utcEndTime: '2024-05-07T03:00:00.000Z' },
};

const createStatic = {
	resource: 'otaJob',
	operation: 'createStatic',
	action: 'CreateOTAStaticUpgradeJob',
} as const;
const createVerification = {
	resource: 'otaJob',
	operation: 'createVerification',
	action: 'CreateOTAVerifyJob',
} as const;
const get = { resource: 'otaJob', operation: 'get', action: 'QueryOTAJob' } as const;
const getProgress = {
	resource: 'otaJob',
	operation: 'getProgress',
	action: 'QueryOTAJob',
} as const;
const HOUR = 3_600_000;
const getManyByDevice = {
	resource: 'otaJob',
	operation: 'getManyByDevice',
	action: 'ListOTAJobByDevice',
	items: [JOB],
} as const;
const getManyByPackage = {
	resource: 'otaJob',
	operation: 'getManyByPackage',
	action: 'ListOTAJobByFirmware',
	items: [JOB],
} as const;

const retryFailed = {
	resource: 'otaJob',
	operation: 'retryFailed',
	action: 'CreateOTAStaticUpgradeJob',
} as const;
const rollBack = {
	resource: 'otaJob',
	operation: 'rollBack',
	action: 'CreateOTAStaticUpgradeJob',
} as const;
const EARLIER = '167';
const ENDED = new Set(['SUCCEEDED', 'FAILED', 'CANCELED']);
const back = { jobId: byId(jobId), earlierFirmwareId: byId(EARLIER), refuseMoreThan: 10 };
const AS_WANTED = {
	...{ downloadProtocol: 'HTTPS', needConfirm: true, needPush: false },
	...{ retryCount: 2, retryInterval: 30, timeoutInMinutes: 60 },
};
const AS_WANTED_ON_WIRE = {
	...{ DownloadProtocol: 'HTTPS', NeedConfirm: 'true', NeedPush: 'false' },
	...{ RetryCount: '2', RetryInterval: '30', TimeoutInMinutes: '60' },
};

/** A device that was put into the first new job. */
function reissued(number: number, taskStatus: string, to: string = firmwareId) {
	return {
		...{ deviceName: `testDevice${number}`, outcome: 'created', sourceJobId: jobId, taskStatus },
		...{ jobId: '1836340779000000002', newJob: 1, productKey, firmwareId: to },
		...{ code: '', requestId: '' },
		message: expect.stringContaining(`testDevice${number}: put into job 1836340779000000002.`),
	};
}

export const OTA_JOB: readonly Variant[] = [
	{
		...createStatic,
		given: 'named devices and every further field that goes with them',
		fields: {
			...{ ...roll, targetSelection: 'SPECIFIC', targetDeviceName: 'testDevice7\ntestDevice8' },
			additionalFields: {
				...{ downloadProtocol: 'HTTPS', needConfirm: true, needPush: false },
				...{ retryCount: 2, retryInterval: 30 },
			},
		},
		wire: {
			...{ ...ROLL, TargetSelection: 'SPECIFIC', DownloadProtocol: 'HTTPS' },
			...{ 'TargetDeviceName.1': 'testDevice7', 'TargetDeviceName.2': 'testDevice8' },
			...{ NeedConfirm: 'true', NeedPush: 'false', RetryCount: '2', RetryInterval: '30' },
		},
		items: [NEW_JOB],
	},
	{
		...createStatic,
		given: 'all devices of some versions, and how long to wait for them',
		fields: {
			...{ ...roll, targetSelection: 'ALL' },
			additionalFields: { srcVersion: '1.0.0, 0.9.9', timeoutInMinutes: 60 },
		},
		wire: {
			...{ ...ROLL, TargetSelection: 'ALL', TimeoutInMinutes: '60' },
			...{ 'SrcVersion.1': '1.0.0', 'SrcVersion.2': '0.9.9' },
		},
		items: [NEW_JOB],
	},
	{
		...createStatic,
		given: 'a share of the devices',
		fields: { ...roll, targetSelection: 'GRAY', grayPercent: '33.333' },
		wire: { ...ROLL, TargetSelection: 'GRAY', GrayPercent: '33.333' },
		items: [NEW_JOB],
	},
	{
		...createStatic,
		given: 'a group of devices',
		fields: { ...roll, targetSelection: 'GROUP', groupId: 'IwOwQj4DJ3iCKa6O' },
		wire: { ...ROLL, TargetSelection: 'GROUP', GroupId: 'IwOwQj4DJ3iCKa6O' },
		items: [NEW_JOB],
		prepare: ({ fleet }) => {
			const device = fleet.device(productKey, 'testDevice7');
			if (device) device.groupIds = ['IwOwQj4DJ3iCKa6O'];
		},
	},
	{
		...createStatic,
		given: "a group of devices, on Alibaba Cloud's own endpoint",
		credential: WITH_REGION,
		fields: { ...roll, targetSelection: 'GROUP', groupId: 'lamps' },
		wire: { ...ROLL, TargetSelection: 'GROUP', GroupId: 'lamps', GroupType: 'LINK_PLATFORM' },
		items: [NEW_JOB],
		prepare: ({ fleet }) => {
			const device = fleet.device(productKey, 'testDevice7');
			if (device) device.groupIds = ['lamps'];
		},
	},
	{
		...createStatic,
		given: "all that Alibaba Cloud's own endpoint takes beside",
		credential: WITH_REGION,
		fields: {
			...{ ...roll, targetDeviceName: 'testDevice7' },
			alibabaCloudOnly: {
				...{ maximumPerMinute: 10, overwriteMode: 2 },
				scheduleTime: '={{ $json.start }}',
				scheduleFinishTime: '={{ $json.finish }}',
			},
		},
		wire: {
			...{ ...ROLL, TargetSelection: 'SPECIFIC', 'TargetDeviceName.1': 'testDevice7' },
			...{ MaximumPerMinute: '10', OverwriteMode: '2' },
			ScheduleTime: expect.stringMatching(/^\d{13}$/),
			ScheduleFinishTime: expect.stringMatching(/^\d{13}$/),
		},
		items: [NEW_JOB],
		prepare: () => ({
			start: new Date(Date.now() + HOUR).toISOString(),
			finish: Date.now() + 3 * HOUR,
		}),
	},
	{
		...createStatic,
		given: 'required fields only',
		fields: { ...roll, targetDeviceName: 'testDevice7' },
		wire: { ...ROLL, TargetSelection: 'SPECIFIC', 'TargetDeviceName.1': 'testDevice7' },
		items: [NEW_JOB],
	},
	{
		...createVerification,
		given: 'every field',
		fields: {
			...{ ...roll, targetDeviceName: ['testDevice7'] },
			additionalFields: {
				...{ downloadProtocol: 'HTTPS', needConfirm: true, needPush: true },
				timeoutInMinutes: 1440,
			},
		},
		wire: {
			...{ ...ROLL, 'TargetDeviceName.1': 'testDevice7', DownloadProtocol: 'HTTPS' },
			...{ NeedConfirm: 'true', NeedPush: 'true', TimeoutInMinutes: '1440' },
		},
		items: [NEW_JOB],
		prepare: unverified,
	},
	{
		...createVerification,
		given: 'required fields only',
		fields: roll,
		wire: ROLL,
		items: [NEW_JOB],
		prepare: unverified,
	},
	{
		...get,
		given: 'every field',
		fields: { firmwareId: byId(firmwareId), jobId: byId(jobId), simplify: false },
		wire: { JobId: jobId },
		items: [
			{
				...{ ...SIMPLE_JOB, jobDesc: '' },
				...{ needPush: true, needConfirm: false, downloadProtocol: 'HTTPS' },
				srcVersions: { srcVersion: [] },
			},
		],
	},
	{
		...get,
		given: 'required fields only',
		fields: { jobId: byId(jobId) },
		wire: { JobId: jobId },
		items: [SIMPLE_JOB],
		itemsOfVersion1: [expect.objectContaining({ ...SIMPLE_JOB, needPush: true })],
	},
	{
		...get,
		given: 'the ID of a job with everything set',
		fields: { jobId: byId('={{ $json.jobId }}'), simplify: false },
		wire: { JobId: '1836340779000000002' },
		items: [
			expect.objectContaining({
				...{ ...EVERYTHING, groupName: 'Group lamps' },
				srcVersions: { srcVersion: ['1.0.0'] },
			}),
		],
		prepare: ({ fleet }) => {
			const { jobId: other } = fleet.addJob({
				...{ ...EVERYTHING, firmwareId, srcVersions: ['1.0.0'] },
			});
			return { jobId: other };
		},
	},
	{
		...getProgress,
		given: 'every field',
		fields: { firmwareId: byId(firmwareId), jobId: byId(jobId) },
		wire: { JobId: jobId },
		items: [
			{
				text: 'Job 1836340779212660001 of package 168 (version 1.0.1) is running and 30 % of its 20 devices have ended: 2 succeeded, 2 failed (50 %, e.g. "The device reported no space left") and 2 were cancelled. 2 are installing (longest without news: testDevice13, since 2024-11-11 11:11 UTC), 9 wait and 3 wait for confirmation.',
				...{ jobId, jobStatus: 'IN_PROGRESS', productKey, firmwareId },
				...{ srcVersions: ['1.0.0'], destVersion: '1.0.1' },
				counts: {
					...{ CONFIRM: 3, QUEUED: 6, NOTIFIED: 3, IN_PROGRESS: 2 },
					...{ SUCCEEDED: 2, FAILED: 2, CANCELED: 2 },
				},
				...{ total: 20, ended: 6, endedShare: 30, failureRate: 50 },
				reasons: {
					top: [
						{ reason: 'The device reported no space left', devices: 1 },
						{ reason: '', devices: 1 },
					],
					...{ lookedAt: 2, of: 2 },
				},
				oldestInProgress: {
					...{ deviceName: 'testDevice13', unchangedSince: '2024-11-11T11:11:11Z' },
					...{ progress: '0', srcVersion: '1.0.0', lookedAt: 2, of: 2 },
				},
				...{ startTime: '2024-11-11T11:11:11Z', endTime: null, estimatedEndTime: null },
				asOf: expect.any(String),
			},
		],
	},
	{
		...getProgress,
		given: 'a job that runs at a pace',
		fields: { jobId: byId('={{ $json.jobId }}') },
		wire: { JobId: '1836340779000000002' },
		items: [
			expect.objectContaining({
				...{ total: 7, ended: 3, endedShare: 42.85, failureRate: 33.33 },
				estimatedEndTime: expect.stringMatching(/Z$/),
			}),
		],
		prepare: ({ fleet }) => {
			const { jobId: other } = fleet.addJob({
				...{ firmwareId, utcStartTime: new Date(Date.now() - HOUR).toISOString() },
			});
			addTasks(fleet, other, [
				...(['SUCCEEDED', 'SUCCEEDED', 'FAILED'] as const),
				...(['QUEUED', 'QUEUED', 'QUEUED', 'QUEUED'] as const),
			]);
			return { jobId: other };
		},
	},
	{
		...getProgress,
		given: 'a job that has ended',
		fields: { jobId: byId('={{ $json.jobId }}') },
		wire: { JobId: '1836340779000000002' },
		items: [
			expect.objectContaining({
				...{ jobStatus: 'COMPLETED', oldestInProgress: null, estimatedEndTime: null },
				endTime: '2024-05-07T03:00:00Z',
			}),
		],
		prepare: ({ fleet }) => {
			const { jobId: other } = fleet.addJob({
				...{ firmwareId, utcEndTime: '2024-05-07T03:00:00.000Z' },
			});
			addTasks(fleet, other, ['SUCCEEDED', 'SUCCEEDED']);
			return { jobId: other };
		},
	},
	{
		...getManyByDevice,
		given: 'all wanted',
		fields: { ...roll, deviceName: byId('testDevice1'), returnAll: true },
		wire: { ...ROLL, DeviceName: 'testDevice1', CurrentPage: '1', PageSize: '100' },
	},
	{
		...getManyByDevice,
		given: 'a limit',
		fields: { ...roll, deviceName: byId('testDevice1'), limit: 5 },
		wire: { ...ROLL, DeviceName: 'testDevice1', CurrentPage: '1', PageSize: '5' },
	},
	{
		...getManyByPackage,
		given: 'all wanted',
		fields: { firmwareId: byId(firmwareId), returnAll: true },
		wire: { FirmwareId: firmwareId, CurrentPage: '1', PageSize: '200' },
	},
	{
		...getManyByPackage,
		given: 'a limit',
		fields: { firmwareId: byId(firmwareId), limit: 5 },
		wire: { FirmwareId: firmwareId, CurrentPage: '1', PageSize: '5' },
	},
	{
		...retryFailed,
		given: 'every field',
		fields: {
			...{ firmwareId: byId(firmwareId), jobId: byId(jobId) },
			...{ taskStatuses: ['FAILED', 'CANCELED'], additionalFields: AS_WANTED },
			...{ previewOnly: false, refuseMoreThan: 4 },
		},
		wire: {
			...{ ...ROLL, TargetSelection: 'SPECIFIC', ...AS_WANTED_ON_WIRE },
			...{ 'TargetDeviceName.1': 'testDevice7', 'TargetDeviceName.2': 'testDevice15' },
			...{ 'TargetDeviceName.3': 'testDevice8', 'TargetDeviceName.4': 'testDevice16' },
		},
		items: [
			...[7, 15].map((number) => reissued(number, 'FAILED')),
			...[8, 16].map((number) => reissued(number, 'CANCELED')),
		],
	},
	{
		...retryFailed,
		given: 'required fields only',
		fields: { jobId: byId(jobId) },
		wire: {
			...{ ...ROLL, TargetSelection: 'SPECIFIC', TimeoutInMinutes: '1440' },
			...{ 'TargetDeviceName.1': 'testDevice7', 'TargetDeviceName.2': 'testDevice15' },
		},
		items: [7, 15].map((number) => reissued(number, 'FAILED')),
	},
	{
		...rollBack,
		given: 'every field',
		fields: {
			...{ ...back, firmwareId: byId(firmwareId), additionalFields: AS_WANTED },
			previewOnly: false,
		},
		wire: {
			...{ ...ROLL, FirmwareId: EARLIER, TargetSelection: 'SPECIFIC', ...AS_WANTED_ON_WIRE },
			...{ 'TargetDeviceName.1': 'testDevice6', 'TargetDeviceName.2': 'testDevice14' },
		},
		items: [6, 14].map((number) => reissued(number, 'SUCCEEDED', EARLIER)),
		prepare: allEnded,
	},
	{
		...rollBack,
		given: 'required fields only',
		fields: back,
		wire: {
			...{ ...ROLL, FirmwareId: EARLIER, TargetSelection: 'SPECIFIC', TimeoutInMinutes: '1440' },
			...{ 'TargetDeviceName.1': 'testDevice6', 'TargetDeviceName.2': 'testDevice14' },
		},
		items: [6, 14].map((number) => reissued(number, 'SUCCEEDED', EARLIER)),
		prepare: allEnded,
	},
];

function addTasks(fleet: Emulator['fleet'], job: string, states: readonly TaskStatus[]): void {
	for (const [index, taskStatus] of states.entries()) {
		fleet.addTask({ jobId: job, deviceName: `lamp-${index + 1}`, taskStatus });
	}
}

function unverified({ fleet }: Emulator): void {
	const otaPackage = fleet.package(firmwareId);
	if (otaPackage) otaPackage.status = 0;
}

/** Brings the roll-out to its end, and adds the package that its devices ran before. */
function allEnded({ fleet }: Emulator): void {
	fleet.addPackage({ firmwareId: EARLIER, productKey, destVersion: '1.0.0' });
	for (const { deviceName, taskStatus } of fleet.tasksOfJob(jobId)) {
		if (!ENDED.has(taskStatus)) fleet.setStatus(deviceName, 'CANCELED', { jobId });
	}
}
