import { defineOperation } from '../../operations/defineOperation';
import { packageLocator, productLocator } from '../locators';
import { descriptionField, nameField, udiField } from './fields';

/** Changes what is said of a package, with the action ModifyOTAFirmware. */
export const update = defineOperation({
	value: 'update',
	earlierValue: 'modify',
	name: 'Update',
	action: 'Update OTA package',
	description: 'Update the name, the description or the information for devices of a package',
	cloudAction: 'ModifyOTAFirmware',
	fields: [
		{
			...productLocator,
			required: false,
			hint: "Alibaba Cloud needs it; Tuya's platform does not",
			description: 'The product of the package, by its product key',
		},
		packageLocator,
		nameField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [descriptionField, udiField],
		},
	],
});
