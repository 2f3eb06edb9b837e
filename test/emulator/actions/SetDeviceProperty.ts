import type { Action } from './action';
import { namedDevice } from './inputs';
import { givenItems, messageId, takeOver, thingModelOf } from './thingValues';
import { ensure } from './values';

/** Sends a device new values (the platform's page SetDeviceProperty). */
export const setDeviceProperty: Action = ({ fleet, parameters, settings }) => {
	const device = namedDevice(parameters, fleet);
	const given = givenItems(parameters, thingModelOf(device, fleet));
	ensure(device.status !== 'UNACTIVE', 'iot.device.InactiveDevice', 'The device was never online');
	const now = settings.now();
	takeOver(device, given, now);
	return { data: { messageId: messageId(now) } };
};
