import type { Fleet } from '../fleet/fleet';
import type { JsonObject } from '../http/json';
import type { Device } from '../fleet/records';
import type { Action, ActionContext } from './action';
import { deviceList, knownDevices } from './deviceLists';
import { requiredProduct } from './inputs';
import { shapedList } from './paging';
import { lastOnline, oldId } from './printedDevice';
import { spaced } from './times';
import { ensure } from './values';

const MOST_DEVICES = 50;

/**
 * Tells which devices are online (the platform's page BatchGetDeviceState). The page does not say what
 * becomes of unknown ones: they are left out, as the page BatchQueryDeviceDetail has it.
 */
export const batchGetDeviceState: Action = ({ fleet, parameters, settings }) => {
	const printed = namedDevices(parameters, fleet).map((device) => printedState(device));
	return { deviceStatusList: shapedList('deviceStatus', printed, settings.listShape) };
};

/** The IotIds win where both ways are used. */
function namedDevices(parameters: ActionContext['parameters'], fleet: Fleet): Device[] {
	const iotIds = deviceList(parameters, 'IotId', MOST_DEVICES);
	if (iotIds.length > 0) return knownDevices(iotIds, (iotId) => fleet.deviceByIotId(iotId));
	const { productKey } = requiredProduct(parameters, fleet);
	const names = deviceList(parameters, 'DeviceName', MOST_DEVICES);
	ensure(names.length > 0, 'iot.device.NoneDeviceNameElement', 'No device is named');
	return knownDevices(names, (name) => fleet.device(productKey, name));
}

function printedState(device: Device): JsonObject {
	const { deviceName, iotId, status, statusSince: timestamp } = device;
	const online = lastOnline(device);
	return {
		...{ deviceId: oldId(device), deviceName, iotId, status, timestamp },
		asAddress: device.ipAddress,
		lastOnlineTime: online && spaced(online),
	};
}
