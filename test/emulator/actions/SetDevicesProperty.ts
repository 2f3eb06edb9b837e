import type { Action } from './action';
import { deviceList } from './deviceLists';
import { requiredDevice, requiredProduct } from './inputs';
import { givenItems, takeOver } from './thingValues';
import { ensure } from './values';

const MOST_DEVICES = 100;

/** Sends several devices the same new values (the platform's page SetDevicesProperty). */
export const setDevicesProperty: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const names = deviceList(parameters, 'DeviceName', MOST_DEVICES);
	ensure(names.length > 0, 'iot.device.NoneDeviceNameElement', 'No device is named');
	const given = givenItems(parameters, product.thingModel);
	const devices = names.map((name) => requiredDevice(fleet, product, name));
	for (const device of devices) takeOver(device, given, settings.now());
	return {};
};
