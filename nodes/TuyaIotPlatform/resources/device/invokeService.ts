import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';

/** Has a device carry out a service of its thing model, with the action InvokeThingService. */
export const invokeService = defineOperation({
	value: 'invokeService',
	name: 'Invoke Service',
	action: 'Invoke service of device',
	description:
		'Destructive: tell a device to carry out a service of its thing model, such as a reboot. Unless the answer holds a result of the device, a success says that the platform sent it, not that the device did it.',
	cloudAction: 'InvokeThingService',
	fields: [
		{
			displayName:
				'The device carries this out each time, and it cannot be undone. It is not sent again where no answer came. A success says that it was sent; only a result in the answer comes from the device.',
			name: 'invokeServiceNotice',
			type: 'notice',
			default: '',
		},
		...oneDevice,
		{
			displayName: 'Service',
			name: 'identifier',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Reboot',
			description: "The identifier of the service, as the product's thing model has it",
		},
		{
			displayName: 'Arguments',
			name: 'args',
			type: 'json',
			default: '{}',
			required: true,
			placeholder: 'e.g. {"Delay":10}',
			description:
				'What the service is given, as a JSON object or an expression that gives an object; {} for nothing. A float or double needs a decimal, 10.0, which JSON text alone can hold.',
		},
	],
	hint: 'The platform took this. Unless the answer holds a result of the device, that does not say that the device did it: it may be offline.',
});
