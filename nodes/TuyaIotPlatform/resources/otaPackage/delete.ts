import { defineOperation } from '../../operations/defineOperation';
import { packageLocator } from '../locators';

/** Deletes a package with the action DeleteOTAFirmware. */
export const deletePackage = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete OTA package',
	description: 'Destructive: delete a package for good',
	cloudAction: 'DeleteOTAFirmware',
	deletes: true,
	fields: [
		{
			displayName: 'This deletes the package for good',
			name: 'deletePackageNotice',
			type: 'notice',
			default: '',
		},
		packageLocator,
	],
});
