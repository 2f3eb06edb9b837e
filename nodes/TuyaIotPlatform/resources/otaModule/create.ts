import { defineOperation } from '../../operations/defineOperation';
import { productLocator } from '../locators';
import { moduleDetails } from './fields';

/** Adds a module to a product with the action CreateOTAModule. */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create OTA module',
	description: 'Add a module to a product, so that it can have packages of its own',
	cloudAction: 'CreateOTAModule',
	fields: [
		productLocator,
		{
			displayName: 'Module Name',
			name: 'moduleName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wifi',
			description:
				'Unique in the product and fixed for good: up to 64 letters, digits, dots, hyphens and underscores',
		},
		moduleDetails,
	],
});
