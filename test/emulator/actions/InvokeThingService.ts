import type { Action } from './action';
import { namedDevice } from './inputs';
import { jsonObject, messageId, thingModelOf } from './thingValues';
import { ensure, required, WRONG_FORM } from './values';

/** Has a device carry out a service (the platform's page InvokeThingService). */
export const invokeThingService: Action = ({ fleet, parameters, settings }) => {
	const device = namedDevice(parameters, fleet);
	const identifier = required(parameters, 'Identifier', WRONG_FORM);
	const args = jsonObject(parameters, 'Args', 'iot.common.InvalidFormattedParameter');
	ensure(args !== undefined, WRONG_FORM, 'Args is empty');
	const service = thingModelOf(device, fleet).services.find((one) => one.identifier === identifier);
	const isOnline = device.status === 'ONLINE';
	// A synchronous service waits for a device that has to be there.
	ensure(
		service !== undefined && (isOnline || !service.synchronous),
		'iot.device.InvokeThingServiceFailed',
		'The service cannot be carried out',
	);
	if (isOnline) device.carriedOut.push(identifier);
	const id = { messageId: messageId(settings.now()) };
	return { data: service.synchronous ? { ...id, result: '{"Lines":2}' } : id };
};
