import { actionOperation } from '../../actions/actionOperation';
import { moduleLocator, productLocator } from '../locators';

/** Deletes a module with the action DeleteOTAModule. */
export const deleteModule = actionOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete OTA module',
	description: 'Destructive: delete a module of a product for good',
	cloudAction: 'DeleteOTAModule',
	fields: [productLocator, moduleLocator],
});
