import type { ActionTable, ParameterFacts } from './facts';
import { LATIN, REQUIRED_PAGE_NUMBER, REQUIRED_TEXT, TEXT } from './parameters';

const NAME: ParameterFacts = {
	type: 'text',
	required: true,
	maxLength: 64,
	form: LATIN,
};

const ALIAS: ParameterFacts = {
	type: 'text',
	maxLength: 64,
	form: {
		// The page speaks of Chinese and Latin letters, which no character class equals.
		pattern: /^[\p{L}\p{M}\p{N}._-]+$/u,
		advice: 'Use only letters, digits, dots, hyphens and underscores.',
	},
};

const DESCRIPTION: ParameterFacts = { type: 'text', maxLength: 100, free: true };

/** Actions on the modules of a device that take updates of their own. Source: the page of each action, at `page`. */
export const OTA_MODULE = {
	CreateOTAModule: {
		parameters: {
			ModuleName: NAME,
			ProductKey: REQUIRED_TEXT,
			AliasName: ALIAS,
			Desc: DESCRIPTION,
		},
		effect: 'create',
		page: 'https://developer.tuya.com/en/docs/tuya-iot/CreateOTAModule?id=Kf0lb84ypbo80',
	},
	UpdateOTAModule: {
		parameters: {
			ModuleName: NAME,
			ProductKey: REQUIRED_TEXT,
			AliasName: ALIAS,
			Desc: DESCRIPTION,
		},
		effect: 'change',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/UpdateOTAModule?id=Kf0lbgfv4fprt',
	},
	DeleteOTAModule: {
		parameters: { ModuleName: REQUIRED_TEXT, ProductKey: REQUIRED_TEXT },
		effect: 'change',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/DeleteOTAModule?id=Kf0loepsc9usp',
	},
	ListOTAModuleByProduct: {
		parameters: { ProductKey: REQUIRED_TEXT },
		// A bare array by the table; the page's example prints a single object.
		list: { path: ['Data'], identity: 'ModuleName' },
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTAModuleByProduct?id=Kf0lomxh72ecw',
	},
	ListOTAModuleVersionsByDevice: {
		parameters: {
			CurrentPage: REQUIRED_PAGE_NUMBER,
			PageSize: { type: 'integer', required: true, max: 200 },
			// A device is named by IotId, or by ProductKey with DeviceName.
			IotId: TEXT,
			ProductKey: TEXT,
			DeviceName: TEXT,
		},
		list: {
			path: ['Data', 'SimpleOTAModuleInfo'],
			identity: 'ModuleName',
			paging: { largestPage: 200 },
		},
		effect: 'read',
		requestsPerSecond: 10,
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/ListOTAModuleVersionsByDevice?id=Kf0lri835b57s',
	},
} satisfies ActionTable;
