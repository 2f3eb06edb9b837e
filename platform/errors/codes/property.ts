import { REVIEW_FIELDS, THING_MODEL } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, platform } from './meaning';

/** Codes about what devices report and can be told: properties, tags, services, events. */
export const PROPERTY: CodeTable = {
	'iot.device.DeleteDevicePropertyFailed': platform(
		'The platform did not remove the tag from the device.',
		REVIEW_FIELDS,
	),
	'iot.device.InvalidFormattedDevicePropertyKey': input(
		'The platform does not accept one of the property names as it is written.',
		THING_MODEL,
	),
	'iot.device.InvalidFormattedDevicePropertiesString': input(
		'The platform could not read the properties as they were written.',
		THING_MODEL,
	),
	'iot.device.InvalidTimeBucket': input(
		'Start and end of the time range do not go with the sort order.',
		'Oldest first, the start has to be the earlier of the two times in this node. Newest first, it has to be the later one.',
	),
	'iot.device.InvokeThingServiceFailed': platform(
		'The platform did not get the device to carry out the service.',
		"Compare the service and its inputs in this node with the product's thing model in the console.",
		{ devices: true },
	),
	'iot.device.LongDevicePropertiesString': input(
		'The properties take up more room than one request allows.',
		'Spread the properties over more than one item, or shorten their values.',
	),
	'iot.device.NoneDeviceProperties': input(
		'None of the properties given belongs to the product.',
		THING_MODEL,
	),
	'iot.device.NullDevicePropertyKey': input(
		'Somewhere the name of a property was left blank.',
		'Fill in the missing name in this node.',
	),
	'iot.device.NullDevicePropertiesString': input(
		'No properties were given.',
		'Fill in one property or more in this node.',
	),
	'iot.device.QueryDeviceAttrDataHistoryFailed': platform(
		'The platform did not hand out earlier values of the property.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceAttrStatusFailed': platform(
		'The platform did not hand out the present values of the properties.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceEventHistoryFailed': platform(
		'The platform did not hand out the events that the device has sent so far.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceServiceHistoryFailed': platform(
		'The platform did not hand out the services that the device was told to carry out so far.',
		REVIEW_FIELDS,
	),
	'iot.device.SaveOrUpdateDevicePropertiesFailed': platform(
		'The platform did not keep the tags that were to be put on the device.',
		REVIEW_FIELDS,
	),
	'iot.device.SetDevicePropertyFailed': platform(
		'The platform did not get the device to take over the new value.',
		"Look in the product's thing model in the console whether this property can be written and what values it takes.",
		{ devices: true },
	),
	'iot.device.TooManyDevicePropertiesPerTime': limit(
		'One request may not carry that many properties.',
		'Spread the properties over more than one item.',
	),
};
