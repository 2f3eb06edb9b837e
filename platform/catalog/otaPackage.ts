import type { ActionTable } from './facts';
import { BOOLEAN, LATIN, REQUIRED_PAGE_NUMBER, REQUIRED_TEXT, TEXT } from './parameters';

/** The kinds of files that the platform stores. Source: the page of GenerateOTAUploadURL. */
export const FILE_SUFFIXES = ['bin', 'dav', 'apk', 'tar', 'gz', 'tar.gz', 'zip', 'gzip'] as const;

/** How the checksum of a file is taken. Source: the page of CreateOTAFirmware. */
export const SIGN_METHODS = ['MD5', 'SHA256'] as const;

export type SignMethod = (typeof SIGN_METHODS)[number];

/** What a package holds: full files alone. Source: the page of CreateOTAFirmware. */
export const PACKAGE_TYPES = [0] as const;

/** What people look for in a package, whether it is listed or read by itself. */
const SIMPLE_PACKAGE = [
	...['FirmwareId', 'FirmwareName', 'FirmwareDesc', 'DestVersion', 'SrcVersion'],
	...['ModuleName', 'Status', 'ProductKey', 'ProductName'],
];

/** Actions on OTA packages, on the wire `Firmware`. Source: the page of each action, at `page`. */
export const OTA_PACKAGE = {
	GenerateOTAUploadURL: {
		parameters: {
			FileSuffix: { type: 'text', values: FILE_SUFFIXES },
		},
		record: ['Data'],
		// A leave to upload that nobody uses leaves nothing behind, so that it can be asked for again.
		effect: 'change',
		requestsPerSecond: 10,
		// Together they let anyone who has them upload a file.
		secrets: ['OSSAccessKeyId', 'Policy', 'Signature'],
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/GenerateOTAUploadURL?id=Kf0lan0cfekwp',
	},
	CreateOTAFirmware: {
		parameters: {
			DestVersion: {
				type: 'text',
				required: true,
				maxLength: 64,
				form: LATIN,
			},
			FirmwareName: {
				type: 'text',
				required: true,
				maxLength: 40,
				form: {
					// The page speaks of Chinese, Latin and Japanese letters, which no character class equals.
					pattern: /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_()-]*$/u,
					advice:
						'Begin with a letter or digit, and use only letters, digits, hyphens, underscores and parentheses.',
				},
			},
			FirmwareUrl: TEXT,
			// Required on the Chinese page, the original; optional on the English ones and at Alibaba Cloud.
			FirmwareSign: REQUIRED_TEXT,
			SignMethod: { type: 'text', values: SIGN_METHODS },
			FirmwareSize: { type: 'integer' },
			ProductKey: TEXT,
			FirmwareDesc: { type: 'text', maxLength: 100, free: true },
			Type: { type: 'integer', values: PACKAGE_TYPES.map(String) },
			SrcVersion: TEXT,
			ModuleName: TEXT,
			NeedToVerify: BOOLEAN,
			Udi: { type: 'text', maxLength: 4096, free: true },
		},
		record: ['Data'],
		effect: 'create',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/CreateOTAFirmware?id=Kf0l8v2ms701x',
	},
	ModifyOTAFirmware: {
		parameters: {
			FirmwareId: REQUIRED_TEXT,
			// Required by the table, although its text says that a name cannot be changed.
			FirmwareName: { type: 'text', required: true, maxLength: 40, free: true },
			// Alibaba Cloud requires it, the platform's own table does not and wins.
			ProductKey: TEXT,
			FirmwareDesc: { type: 'text', maxLength: 100, free: true },
			// Alibaba Cloud names it FirmwareUdi.
			Udi: { type: 'text', maxLength: 4096, free: true },
			// The page's example also sends DestVersion; its table has no such parameter and wins.
		},
		effect: 'change',
		requestsPerSecond: 5,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ModifyOTAFirmware?id=Kf0l9ceeodirz',
	},
	DeleteOTAFirmware: {
		parameters: { FirmwareId: REQUIRED_TEXT },
		effect: 'change',
		requestsPerSecond: 10,
		page: 'https://help.aliyun.com/zh/marketplace/deleteotafirmware',
	},
	ListOTAFirmware: {
		parameters: {
			CurrentPage: REQUIRED_PAGE_NUMBER,
			PageSize: { type: 'integer', required: true, max: 100 },
			ProductKey: TEXT,
			DestVersion: TEXT,
		},
		list: {
			path: ['FirmwareInfo', 'SimpleFirmwareInfo'],
			identity: 'FirmwareId',
			paging: { largestPage: 100 },
		},
		simplified: [...SIMPLE_PACKAGE, 'UtcCreate'],
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTAFirmware?id=Kf0l9z8umt2j4',
	},
	QueryOTAFirmware: {
		parameters: { FirmwareId: REQUIRED_TEXT },
		record: ['FirmwareInfo'],
		simplified: [...SIMPLE_PACKAGE, 'VerifyProgress'],
		effect: 'read',
		page: 'https://help.aliyun.com/zh/marketplace/queryotafirmware',
	},
} satisfies ActionTable;
