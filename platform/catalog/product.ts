import type { ActionTable } from './facts';
import { REQUIRED_PAGE_NUMBER, REQUIRED_TEXT } from './parameters';

/** Actions on products. Source: the page of each action, at `page`. */
export const PRODUCT = {
	QueryProductList: {
		parameters: {
			// That both are required is Alibaba Cloud's word: the platform's page was not readable that far.
			CurrentPage: REQUIRED_PAGE_NUMBER,
			PageSize: { type: 'integer', required: true, max: 200 },
		},
		list: {
			path: ['Data', 'List', 'ProductInfo'],
			identity: 'ProductKey',
			// Here alone the counts, Total among them, stand inside Data.
			paging: { largestPage: 200 },
		},
		effect: 'read',
		// Alibaba Cloud grants 2 once CurrentPage times PageSize reaches 100,000.
		requestsPerSecond: 50,
		page: 'https://help.aliyun.com/zh/marketplace/queryproductlist',
	},
	QueryProduct: {
		parameters: { ProductKey: REQUIRED_TEXT },
		record: ['Data'],
		simplified: [
			'ProductKey',
			'ProductName',
			'Description',
			'CategoryName',
			'ProductStatus',
			'NodeType',
			'ProtocolType',
			'DataFormat',
			'DeviceCount',
			'GmtCreate',
		],
		effect: 'read',
		secrets: ['ProductSecret'],
		page: 'https://developer.tuya.com/en/docs/tuya-iot/QueryProduct?id=Kdxoakfh1ynh0',
	},
} satisfies ActionTable;
