import type { ActionTable } from './facts';
import { INSTANCE_ID, PAGE_NUMBER, REQUIRED_TEXT, TEXT } from './parameters';

/** Most devices that one request of BatchGetDeviceState names. */
export const MOST_STATES_PER_REQUEST = 50;

/** Actions on devices. Source: the page of each action, at `page`. */
export const DEVICE = {
	QueryDevice: {
		parameters: {
			ProductKey: REQUIRED_TEXT,
			PageSize: { type: 'integer', max: 50 },
			CurrentPage: PAGE_NUMBER,
			NextToken: TEXT,
			IotInstanceId: INSTANCE_ID,
		},
		list: {
			path: ['Data', 'DeviceInfo'],
			identity: 'IotId',
			// The answer calls the number of the page Page, where all others call it CurrentPage.
			paging: {
				largestPage: 50,
				nextToken: { neededAbove: 10_000, endsBelow: 1_000_000 },
			},
		},
		simplified: [
			'DeviceName',
			'IotId',
			'Nickname',
			'DeviceStatus',
			'DeviceType',
			'ProductKey',
			'UtcCreate',
			'UtcModified',
		],
		effect: 'read',
		// Alibaba Cloud grants 2 once CurrentPage times PageSize reaches 100,000.
		requestsPerSecond: 50,
		secrets: ['DeviceSecret'],
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/QueryDevice?id=Kdxqbm7133qj3',
	},
	QueryDeviceDetail: {
		parameters: {
			// A device is named by IotId, or by ProductKey with DeviceName; IotId wins.
			IotId: TEXT,
			ProductKey: TEXT,
			DeviceName: TEXT,
		},
		record: ['Data'],
		simplified: [
			'DeviceName',
			'IotId',
			'Nickname',
			'Status',
			'FirmwareVersion',
			'IpAddress',
			'ProductKey',
			'ProductName',
			'UtcActive',
			'UtcOnline',
		],
		effect: 'read',
		secrets: ['DeviceSecret'],
		// The English page cuts the name of the action to QueryDeviceDetai.
		page: 'https://help.aliyun.com/zh/marketplace/querydevicedetail',
	},
	BatchQueryDeviceDetail: {
		parameters: {
			// That both are required is Alibaba Cloud's word: the platform's page was not readable that far.
			ProductKey: REQUIRED_TEXT,
			DeviceName: { type: 'textList', required: true, maxItems: 100 },
		},
		list: { path: ['Data', 'Data'], identity: 'IotId' },
		simplified: [
			'DeviceName',
			'IotId',
			'Nickname',
			'Status',
			'FirmwareVersion',
			'ProductKey',
			'ProductName',
			'UtcCreate',
			'UtcActive',
		],
		effect: 'read',
		secrets: ['DeviceSecret'],
		page: 'https://help.aliyun.com/zh/marketplace/batchquerydevicedetail',
	},
	GetDeviceStatus: {
		parameters: {
			// A device is named by IotId, or by ProductKey with DeviceName; IotId wins.
			IotId: TEXT,
			ProductKey: TEXT,
			DeviceName: TEXT,
			IotInstanceId: INSTANCE_ID,
		},
		record: ['Data'],
		effect: 'read',
		requestsPerSecond: 500,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/GetDeviceStatus?id=Kdxqc4upro5cn',
	},
	BatchGetDeviceState: {
		parameters: {
			// Devices are named by IotId, or by ProductKey with DeviceName; IotId wins.
			IotId: { type: 'textList', maxItems: MOST_STATES_PER_REQUEST },
			ProductKey: TEXT,
			DeviceName: { type: 'textList', maxItems: MOST_STATES_PER_REQUEST },
			IotInstanceId: INSTANCE_ID,
		},
		list: { path: ['DeviceStatusList', 'DeviceStatus'], identity: 'IotId' },
		effect: 'read',
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/BatchGetDeviceState?id=Kdxqcv3n9dr8s',
	},
} satisfies ActionTable;
