import type { Action } from './action';
import { namedDevice } from './inputs';
import { lastOnline, printedDetail } from './printedDevice';
import { iso, spaced } from './times';

/** Tells all of one device, its secret too (the platform's page QueryDeviceDetail). */
export const queryDeviceDetail: Action = ({ fleet, parameters }) => {
	const device = namedDevice(parameters, fleet);
	const online = lastOnline(device);
	return {
		data: {
			...printedDetail(device, fleet),
			...{ gmtOnline: online && spaced(online), utcOnline: online && iso(online) },
			...{ ipAddress: device.ipAddress, owner: true },
		},
	};
};
