import type { Device } from '../fleet/records';
import { list } from './inputs';
import { ensure } from './values';

/** The entries of a list that names devices; no page names a code for one that is too long. */
export function deviceList(
	parameters: ReadonlyMap<string, string>,
	name: string,
	most: number,
): string[] {
	const entries = list(parameters, name);
	ensure(
		entries.length <= most,
		'iot.device.DeviceCountExceeded',
		`${name}.N may name at most ${most} devices`,
	);
	ensure(!entries.includes(''), 'iot.device.NullDeviceName', `An entry of ${name}.N is empty`);
	return entries;
}

/** The devices that there are, each once. */
export function knownDevices(
	entries: readonly string[],
	find: (entry: string) => Device | undefined,
): Device[] {
	return [...new Set(entries)].flatMap((entry) => find(entry) ?? []);
}
