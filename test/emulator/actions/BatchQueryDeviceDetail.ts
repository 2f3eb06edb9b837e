import type { Action } from './action';
import { requiredProduct } from './inputs';
import { deviceList, knownDevices } from './deviceLists';
import { shapedList } from './paging';
import { printedDetail } from './printedDevice';
import { ensure } from './values';

const MOST_DEVICES = 100;

/**
 * Tells of several devices of a product and leaves unknown ones out (the platform's page
 * BatchQueryDeviceDetail).
 */
export const batchQueryDeviceDetail: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const names = deviceList(parameters, 'DeviceName', MOST_DEVICES);
	ensure(names.length > 0, 'iot.device.NoneDeviceNameElement', 'No device is named');
	const devices = knownDevices(names, (name) => fleet.device(product.productKey, name));
	const printed = devices.map((device) => printedDetail(device, fleet));
	return { data: shapedList('data', printed, settings.listShape) };
};
