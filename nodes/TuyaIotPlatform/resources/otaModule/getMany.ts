import { defineOperation } from '../../operations/defineOperation';
import { productLocator } from '../locators';

/** Lists the modules of a product with the action ListOTAModuleByProduct. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many OTA modules',
	description: 'List all modules of a product',
	cloudAction: 'ListOTAModuleByProduct',
	fields: [productLocator],
});
