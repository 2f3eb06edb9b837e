import { defineOperation } from '../../operations/defineOperation';
import { moduleLocator, productLocator } from '../locators';
import { moduleDetails } from './fields';

/** Changes alias and description of a module with the action UpdateOTAModule. */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update OTA module',
	description: 'Update the alias or the description of a module',
	cloudAction: 'UpdateOTAModule',
	fields: [productLocator, moduleLocator, moduleDetails],
});
