import type { Action } from './action';
import { namedDevice } from './inputs';
import { shapedList } from './paging';
import { thingModelOf } from './thingValues';

/** Tells what a device has reported last, for each property (the platform's page QueryDevicePropertyStatus). */
export const queryDevicePropertyStatus: Action = ({ fleet, parameters, settings }) => {
	const device = namedDevice(parameters, fleet);
	const printed = thingModelOf(device, fleet).properties.map(
		({ identifier, name, dataType, unit }) => {
			const { value = '', time = '' } = device.properties[identifier] ?? {};
			return { dataType, identifier, name, time: String(time), unit, value };
		},
	);
	return { data: { list: shapedList('propertyStatusInfo', printed, settings.listShape) } };
};
