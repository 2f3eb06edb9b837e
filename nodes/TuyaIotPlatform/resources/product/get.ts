import { defineOperation } from '../../operations/defineOperation';
import { productLocator } from '../locators';

/** Reads a product with the action QueryProduct. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get product',
	description: 'Retrieve a product: its name, its kind and how many devices it has',
	cloudAction: 'QueryProduct',
	fields: [productLocator],
});
