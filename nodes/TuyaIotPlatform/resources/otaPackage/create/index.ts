import { defineOperation } from '../../../operations/defineOperation';
import { createFields } from './fields';
import { uploadFirst } from './upload';

/** Creates a package from a file of the item or from one already uploaded, with the action CreateOTAFirmware. */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create OTA package',
	description: 'Upload the file of an item, or take one that is uploaded, and make a package of it',
	cloudAction: 'CreateOTAFirmware',
	fields: createFields,
	before: uploadFirst,
	callsBefore: ['GenerateOTAUploadURL'],
});
