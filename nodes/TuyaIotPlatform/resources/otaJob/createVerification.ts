import { defineOperation } from '../../operations/defineOperation';
import { deviceNamesField } from '../deviceFields';
import { downloadProtocol, needConfirm, needPush, timeoutInMinutes } from '../jobFields';
import { packageLocator, productLocator } from '../locators';

/** Creates a job that tries a package on a few devices, with the action CreateOTAVerifyJob. */
export const createVerification = defineOperation({
	value: 'createVerification',
	name: 'Create Verification',
	action: 'Create OTA verification job',
	description:
		'Try a package on a few devices, as the platform asks for before a roll-out. The devices will install it.',
	cloudAction: 'CreateOTAVerifyJob',
	fields: [
		productLocator,
		packageLocator,
		{
			...deviceNamesField,
			name: 'targetDeviceName',
			required: false,
			description:
				'The devices to try the package on, up to ten: names separated by commas or line breaks, a JSON array, or an expression that gives a list',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [downloadProtocol, needConfirm, needPush, timeoutInMinutes],
		},
	],
});
