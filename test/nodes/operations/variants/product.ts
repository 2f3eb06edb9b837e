import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { byId, FIRST_50 } from '../variant';

const { productKey } = DEMO;
const LISTED = {
	...{ productKey, productName: 'Street Lamp', description: '', nodeType: 0, dataFormat: 1 },
	...{ authType: 'secret', gmtCreate: expect.any(Number), deviceCount: 20 },
};

const RAW = expect.objectContaining({ ...LISTED, protocolType: 'mqtt', owner: true });

const get = {
	resource: 'product',
	operation: 'get',
	action: 'QueryProduct',
	wire: { ProductKey: productKey },
} as const;
const getMany = {
	resource: 'product',
	operation: 'getMany',
	action: 'QueryProductList',
	items: [LISTED],
} as const;

export const PRODUCT: readonly Variant[] = [
	{
		...get,
		given: 'a product',
		fields: { productKey: byId(productKey) },
		items: [
			{
				...{ productKey, productName: 'Street Lamp', description: '', nodeType: 0, dataFormat: 1 },
				...{ categoryName: 'Lighting', productStatus: 'RELEASE_STATUS', protocolType: 'mqtt' },
				...{ deviceCount: 20, gmtCreate: expect.any(Number) },
			},
		],
		itemsOfVersion1: [RAW],
	},
	{
		...get,
		given: 'a product, and the raw record wanted',
		fields: { productKey: byId(productKey), simplify: false },
		items: [RAW],
	},
	{ ...getMany, given: 'a limit', fields: { limit: 50 }, wire: FIRST_50 },
	{
		...getMany,
		given: 'all wanted',
		fields: { returnAll: true },
		wire: { CurrentPage: '1', PageSize: '200' },
	},
];
