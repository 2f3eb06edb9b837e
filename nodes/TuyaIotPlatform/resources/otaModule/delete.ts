import { defineOperation } from '../../operations/defineOperation';
import { moduleLocator, productLocator } from '../locators';

/** Deletes a module with the action DeleteOTAModule. */
export const deleteModule = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete OTA module',
	description: 'Destructive: delete a module of a product for good',
	cloudAction: 'DeleteOTAModule',
	deletes: true,
	fields: [productLocator, moduleLocator],
});
