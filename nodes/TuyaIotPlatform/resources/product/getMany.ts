import { actionOperation } from '../../actions/actionOperation';

/** Lists products with the action QueryProductList. */
export const getMany = actionOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many products',
	description: 'List the products of the instance',
	cloudAction: 'QueryProductList',
	fields: [],
});
