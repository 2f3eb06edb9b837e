import { REVIEW_DEVICES } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, platform } from './meaning';

const REVIEW_PROPERTIES =
	"Compare Properties in this node with the product's thing model in the console.";

/** Codes of what devices report and can be told: properties and services. */
export const PROPERTY: CodeTable = {
	'iot.device.InvalidFormattedDevicePropertiesString': input(
		'The platform could not read the properties as they were written.',
		'See that Properties in this node is a JSON object, each value as the thing model of the product has it, with a decimal for float and double: 10.0.',
	),
	'iot.device.InvokeThingServiceFailed': platform(
		'The platform did not get the device to carry out the service.',
		'Compare Service and Arguments in this node with the thing model of the product, and see that the device is online.',
		{ devices: true },
	),
	'iot.device.LongDevicePropertiesString': input(
		'The properties take up more room than one request allows.',
		'Set fewer of them in Properties at a time.',
	),
	'iot.device.NoneDeviceProperties': input(
		'None of the properties given belongs to the product.',
		REVIEW_PROPERTIES,
	),
	'iot.device.NullDevicePropertiesString': input(
		'No properties were given.',
		'Fill in Properties in this node.',
	),
	'iot.device.QueryDeviceAttrStatusFailed': platform(
		'The platform did not hand out the present values of the properties.',
		REVIEW_DEVICES,
	),
	'iot.device.SetDevicePropertyFailed': platform(
		'The platform did not get the device to take over the new value.',
		'Compare Properties in this node with the thing model of the product: which of them can be written, what values each takes, and a decimal for float and double, 10.0.',
		{ devices: true },
	),
	'iot.device.TooManyDevicePropertiesPerTime': limit(
		'One request may not carry that many properties.',
		'Set fewer of them in Properties at a time.',
	),
};
