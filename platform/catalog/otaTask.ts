import { TASK_STATUSES, UNFINISHED } from './taskStatus';
import type { ActionTable } from './facts';
import { BOOLEAN, PAGE_NUMBER, REQUIRED_TEXT, TEXT } from './parameters';

/** Most devices that one request of CancelOTATaskByDevice names: Alibaba Cloud's figure. */
export const MOST_DEVICES_PER_REQUEST = 200;

/** Largest page of a job's tasks. Source: the page of ListOTATaskByJob. */
export const TASKS_PER_PAGE = 100;

/** Actions on the update tasks of single devices. Source: the page of each action, at `page`. */
export const OTA_TASK = {
	CancelOTATaskByDevice: {
		parameters: {
			ProductKey: REQUIRED_TEXT,
			FirmwareId: REQUIRED_TEXT,
			// Alibaba Cloud's page states the limit and wants the entries to differ; the platform's is silent.
			DeviceName: { type: 'textList', required: true, maxItems: MOST_DEVICES_PER_REQUEST },
			JobId: TEXT,
		},
		effect: 'change',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/CancelOTATaskByDevice?id=Kf0lqc4ulorvw',
	},
	CancelOTATaskByJob: {
		parameters: {
			JobId: REQUIRED_TEXT,
			// Each is optional, but Alibaba Cloud refuses a request without any; the platform is silent.
			CancelQueuedTask: BOOLEAN,
			CancelNotifiedTask: BOOLEAN,
			CancelUnconfirmedTask: BOOLEAN,
			CancelScheduledTask: { ...BOOLEAN, needsRegion: true },
			CancelInProgressTask: { ...BOOLEAN, needsRegion: true },
		},
		effect: 'change',
		requestsPerSecond: 5,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/CancelOTATaskByJob?id=Kf0lq5eza4vt4',
	},
	ConfirmOTATask: {
		parameters: {
			TaskId: { type: 'textList', required: true, maxItems: 10 },
		},
		effect: 'change',
		requestsPerSecond: 20,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ConfirmOTATask?id=Kf0lqj1jc9vlr',
	},
	ListOTATaskByJob: {
		parameters: {
			JobId: REQUIRED_TEXT,
			// Paging is optional here alone among the OTA lists, and the page states no default.
			PageSize: { type: 'integer', max: TASKS_PER_PAGE },
			CurrentPage: PAGE_NUMBER,
			TaskStatus: { type: 'text', values: TASK_STATUSES },
			DeviceNames: { type: 'textList' },
		},
		list: {
			path: ['Data', 'SimpleOTATaskInfo'],
			identity: 'TaskId',
			paging: { largestPage: TASKS_PER_PAGE },
		},
		simplified: [
			'TaskId',
			'DeviceName',
			'TaskStatus',
			'Progress',
			'TaskDesc',
			'SrcVersion',
			'JobId',
			'FirmwareId',
			'ProductKey',
			'UtcModified',
		],
		effect: 'read',
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTATaskByJob?id=Kf0lr3sl2jzfs',
	},
	ListOTAUnfinishedTaskByDevice: {
		parameters: {
			// The page requires nothing, but Alibaba Cloud wants IotId, or ProductKey with DeviceName.
			IotId: TEXT,
			ProductKey: TEXT,
			DeviceName: TEXT,
			ModuleName: TEXT,
			TaskStatus: { type: 'text', values: UNFINISHED },
			TaskStatusList: { type: 'textList', values: UNFINISHED },
		},
		list: { path: ['Data', 'SimpleOTATaskInfo'], identity: 'TaskId' },
		simplified: [
			'TaskId',
			'DeviceName',
			'TaskStatus',
			'ModuleName',
			'SrcVersion',
			'DestVersion',
			'JobId',
			'FirmwareId',
			'ProductKey',
			'UtcModified',
		],
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTAUnfinishedTaskByDevice?id=Kf0lrask7tjpo',
	},
} satisfies ActionTable;
