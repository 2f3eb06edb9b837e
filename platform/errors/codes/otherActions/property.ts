import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, limit, platform } from '../meaning';

/** Codes of what devices report and can be told: properties, tags, services, events. */
export const PROPERTY_ACTIONS: CodeTable = {
	'iot.device.DeleteDevicePropertyFailed': platform(
		'The platform did not remove the tag from the device.',
		NO_OPERATION,
	),
	'iot.device.InvalidFormattedDevicePropertyKey': input(
		'The platform does not accept one of the property names as it is written.',
		NO_OPERATION,
	),
	'iot.device.InvalidFormattedDevicePropertiesString': input(
		'The platform could not read the properties as they were written.',
		NO_OPERATION,
	),
	'iot.device.InvalidTimeBucket': input(
		'Start and end of the time range do not go with the sort order.',
		NO_OPERATION,
	),
	'iot.device.InvokeThingServiceFailed': platform(
		'The platform did not get the device to carry out the service.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.device.LongDevicePropertiesString': input(
		'The properties take up more room than one request allows.',
		NO_OPERATION,
	),
	'iot.device.NoneDeviceProperties': input(
		'None of the properties given belongs to the product.',
		NO_OPERATION,
	),
	'iot.device.NullDevicePropertyKey': input(
		'Somewhere the name of a property was left blank.',
		NO_OPERATION,
	),
	'iot.device.NullDevicePropertiesString': input('No properties were given.', NO_OPERATION),
	'iot.device.QueryDeviceAttrDataHistoryFailed': platform(
		'The platform did not hand out earlier values of the property.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceAttrStatusFailed': platform(
		'The platform did not hand out the present values of the properties.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceEventHistoryFailed': platform(
		'The platform did not hand out the events that the device has sent so far.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceServiceHistoryFailed': platform(
		'The platform did not hand out the services that the device was told to carry out so far.',
		NO_OPERATION,
	),
	'iot.device.SaveOrUpdateDevicePropertiesFailed': platform(
		'The platform did not keep the tags that were to be put on the device.',
		NO_OPERATION,
	),
	'iot.device.SetDevicePropertyFailed': platform(
		'The platform did not get the device to take over the new value.',
		"Look in the product's thing model in the console whether this property can be written and what values it takes.",
		{ devices: true },
	),
	'iot.device.TooManyDevicePropertiesPerTime': limit(
		'One request may not carry that many properties.',
		NO_OPERATION,
	),
};
