import { defineOperation } from '../../operations/defineOperation';
import { fileSuffix } from './fields';

/** Asks for a place to upload a file to, with the action GenerateOTAUploadURL. */
export const getUploadUrl = defineOperation({
	value: 'getUploadUrl',
	name: 'Get Upload URL',
	action: 'Get upload URL for OTA package',
	description:
		'Retrieve a place to upload the file of a package to. Create does this by itself when it takes the file from the item.',
	cloudAction: 'GenerateOTAUploadURL',
	fields: [
		{
			displayName:
				'To upload with the answer, switch on Include Secrets under Options: without it the signature of the upload is left out',
			name: 'uploadUrlNotice',
			type: 'notice',
			default: '',
		},
		fileSuffix,
	],
});
