import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { byId, FIRST_50 } from '../variant';

const { productKey } = DEMO;
const LISTED = {
	...{ productKey, productName: 'Street Lamp', description: '', nodeType: 0, dataFormat: 1 },
	...{ authType: 'secret', gmtCreate: expect.any(Number), deviceCount: 20 },
};

const getMany = {
	resource: 'product',
	operation: 'getMany',
	action: 'QueryProductList',
	items: [LISTED],
} as const;

export const PRODUCT: readonly Variant[] = [
	{
		resource: 'product',
		operation: 'get',
		action: 'QueryProduct',
		given: 'its one field',
		fields: { productKey: byId(productKey) },
		wire: { ProductKey: productKey },
		items: [expect.objectContaining({ ...LISTED, protocolType: 'mqtt', owner: true })],
	},
	{ ...getMany, given: 'a limit', fields: { limit: 50 }, wire: FIRST_50 },
	{
		...getMany,
		given: 'all wanted',
		fields: { returnAll: true },
		wire: { CurrentPage: '1', PageSize: '200' },
	},
];
