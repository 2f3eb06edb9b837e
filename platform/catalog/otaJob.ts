import type { ActionTable } from './facts';
import { BOOLEAN, REQUIRED_PAGE_NUMBER, REQUIRED_TEXT, TEXT } from './parameters';

/** How devices load a package. Source: the pages of both actions that create a job. */
export const DOWNLOAD_PROTOCOLS = ['HTTPS'] as const;

/** Which devices a job is for. Source: the page of CreateOTAStaticUpgradeJob. */
export const TARGET_SELECTIONS = ['ALL', 'SPECIFIC', 'GRAY', 'GROUP'] as const;

export type TargetSelection = (typeof TARGET_SELECTIONS)[number];

/** After how many minutes an update that failed is tried again. Source: the same page. */
export const RETRY_INTERVALS = [0, 10, 30, 60, 1440] as const;

/** How often it is tried again. Source: the same page. */
export const RETRY_COUNTS = [1, 2, 5] as const;

/** How long a device may take from its first report of progress. Minutes. Source: the pages of both actions. */
export const JOB_TIMEOUT = { min: 1, max: 1440 } as const;

/** How Alibaba Cloud's own endpoint is told that GroupId names a group of its own. Source: its SDKs, as all of `needsRegion`. */
export const GROUP_TYPE = 'LINK_PLATFORM';

/** What becomes there of tasks that devices have already: kept, or overwritten unless in progress. */
export const OVERWRITE_MODES = [1, 2] as const;

/** How many devices a minute get an update there. */
export const MAXIMUM_PER_MINUTE = { min: 10, max: 10_000 } as const;

/** Actions on update jobs, which the pages also call batches. Source: the page of each action, at `page`. */
export const OTA_JOB = {
	QueryOTAJob: {
		parameters: { JobId: REQUIRED_TEXT },
		record: ['Data'],
		simplified: [
			'JobId',
			'JobStatus',
			'JobType',
			'TargetSelection',
			'Name',
			'FirmwareId',
			'DestVersion',
			'ProductKey',
			'UtcCreate',
			'UtcModified',
		],
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/QueryOTAJob?id=Kf0lpy3t49iyj',
	},
	ListOTAJobByFirmware: {
		parameters: {
			CurrentPage: REQUIRED_PAGE_NUMBER,
			PageSize: { type: 'integer', required: true, max: 200 },
			FirmwareId: REQUIRED_TEXT,
		},
		list: {
			path: ['Data', 'SimpleOTAJobInfo'],
			identity: 'JobId',
			paging: { largestPage: 200 },
		},
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTAJobByFirmware?id=Kf0lqq9s2gl01',
	},
	ListOTAJobByDevice: {
		parameters: {
			CurrentPage: REQUIRED_PAGE_NUMBER,
			PageSize: { type: 'integer', required: true, max: 100 },
			ProductKey: REQUIRED_TEXT,
			DeviceName: REQUIRED_TEXT,
			FirmwareId: REQUIRED_TEXT,
		},
		list: {
			path: ['Data', 'SimpleOTAJobInfo'],
			identity: 'JobId',
			paging: { largestPage: 100 },
		},
		effect: 'read',
		requestsPerSecond: 10,
		// No Chinese page was to be had; the letter case follows those of the sibling actions.
		page: 'https://developer.tuya.com/en/docs/tuya-iot/ListOTAJobByDevice?id=Kf0lqxkpa6icd',
	},
	CreateOTAVerifyJob: {
		parameters: {
			FirmwareId: REQUIRED_TEXT,
			ProductKey: REQUIRED_TEXT,
			TimeoutInMinutes: { type: 'integer', ...JOB_TIMEOUT },
			// Alibaba Cloud requires it, the platform's own page does not and wins.
			// Alibaba Cloud's page states the limit and wants the entries to differ; the platform's is silent.
			TargetDeviceName: { type: 'textList', maxItems: 10 },
			NeedPush: BOOLEAN,
			NeedConfirm: BOOLEAN,
			DownloadProtocol: { type: 'text', values: DOWNLOAD_PROTOCOLS },
		},
		record: ['Data'],
		effect: 'create',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/CreateOTAVerifyJob?id=Kf0louscz3hvc',
	},
	CreateOTAStaticUpgradeJob: {
		parameters: {
			FirmwareId: REQUIRED_TEXT,
			ProductKey: REQUIRED_TEXT,
			TargetSelection: { type: 'text', required: true, values: TARGET_SELECTIONS },
			// Alibaba Cloud's page states the limit and wants the entries to differ; the platform's is silent.
			SrcVersion: { type: 'textList', maxItems: 10 },
			RetryInterval: { type: 'integer', values: RETRY_INTERVALS.map(String) },
			RetryCount: { type: 'integer', values: RETRY_COUNTS.map(String) },
			TimeoutInMinutes: { type: 'integer', ...JOB_TIMEOUT },
			// Text, since Alibaba Cloud also takes up to three decimals where the platform shows a whole number.
			GrayPercent: TEXT,
			// Alibaba Cloud's page states the limit and wants the entries to differ; the platform's is silent.
			TargetDeviceName: { type: 'textList', maxItems: 200 },
			NeedPush: BOOLEAN,
			NeedConfirm: BOOLEAN,
			GroupId: TEXT,
			DownloadProtocol: { type: 'text', values: DOWNLOAD_PROTOCOLS },
			GroupType: { type: 'text', values: [GROUP_TYPE], needsRegion: true },
			MaximumPerMinute: { type: 'integer', ...MAXIMUM_PER_MINUTE, needsRegion: true },
			OverwriteMode: { type: 'integer', values: OVERWRITE_MODES.map(String), needsRegion: true },
			ScheduleTime: { type: 'time', needsRegion: true },
			ScheduleFinishTime: { type: 'time', needsRegion: true },
		},
		record: ['Data'],
		effect: 'create',
		requestsPerSecond: 20,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/CreateOTAStaticUpgradeJob?id=Kf0lppuhnbyun',
	},
} satisfies ActionTable;
