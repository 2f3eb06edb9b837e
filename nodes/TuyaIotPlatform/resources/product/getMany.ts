import { defineOperation } from '../../operations/defineOperation';

/** Lists products with the action QueryProductList. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many products',
	description: 'Retrieve many products, those of the instance',
	cloudAction: 'QueryProductList',
	fields: [],
});
