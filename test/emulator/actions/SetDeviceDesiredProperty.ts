import type { Device } from '../fleet/records';
import type { Action, ActionContext } from './action';
import { namedDevice } from './inputs';
import { givenItems, jsonObject, messageId, takeOver, thingModelOf } from './thingValues';
import { ensure, WRONG_FORM } from './values';

const MOST_PROPERTIES = 10;

/**
 * Keeps what properties of a device should be, and sends it at once where the device is online (the
 * platform's page SetDeviceDesiredProperty). The answer is Alibaba Cloud's.
 */
export const setDeviceDesiredProperty: Action = ({ fleet, parameters, settings }) => {
	const device = namedDevice(parameters, fleet);
	const given = givenItems(parameters, thingModelOf(device, fleet), MOST_PROPERTIES);
	checkVersions(device, parameters);
	const versions: Record<string, number> = {};
	for (const [identifier, { value }] of given) {
		const version = (device.desired[identifier]?.version ?? 0) + 1;
		device.desired[identifier] = { value, version };
		versions[identifier] = version;
	}
	const now = settings.now();
	takeOver(device, given, now);
	return { data: { messageId: messageId(now), versions: JSON.stringify(versions) } };
};

/** Whoever names a version that is no longer the present one has not seen what was set since. */
function checkVersions({ desired }: Device, parameters: ActionContext['parameters']): void {
	const versions = jsonObject(parameters, 'Versions', WRONG_FORM) ?? {};
	for (const [identifier, version] of Object.entries(versions)) {
		const present = desired[identifier]?.version ?? 0;
		ensure(
			version === present,
			'iot.device.SetDevicePropertyFailed',
			`The version of ${identifier} is ${present}`,
		);
	}
}
