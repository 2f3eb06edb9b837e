import type { Action } from './action';
import { namedDevice } from './inputs';

/** Tells whether one device is online (the platform's page GetDeviceStatus). */
export const getDeviceStatus: Action = ({ fleet, parameters }) => {
	const { status, statusSince } = namedDevice(parameters, fleet);
	return { data: { status, timestamp: statusSince } };
};
