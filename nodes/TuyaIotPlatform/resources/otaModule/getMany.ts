import { defineOperation } from '../../operations/defineOperation';
import { productLocator } from '../locators';

/** Lists the modules of a product with the action ListOTAModuleByProduct. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many OTA modules',
	description: 'Retrieve many modules, those of a product',
	cloudAction: 'ListOTAModuleByProduct',
	fields: [productLocator],
});
