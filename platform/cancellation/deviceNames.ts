import { badInput } from '../faults';
import type { InputFault } from '../faults';
import { failed } from '../result';
import type { Result } from '../result';
import { readTextList } from '../textList';
import type { ListWords } from '../textList';

/** How to speak of a list of device names. */
export const DEVICE_NAMES: ListWords = {
	field: 'Device Names',
	entry: 'a name',
	entries: 'names',
	examples: ['testDevice1', 'testDevice2'],
	expressions: ['$json.deviceNames', '$json.devices.map(d => d.deviceName)'],
	longest: 64,
};

/** Reads device names, at least one, in any form that `readTextList` takes. */
export function readDeviceNames(value: unknown): Result<string[], InputFault> {
	const names = readTextList(value, DEVICE_NAMES);
	if (!names.ok || names.value.length > 0) return names;
	return failed(
		badInput(
			DEVICE_NAMES.field,
			'names no device',
			'Enter at least one device name, e.g. testDevice1. If the names come from an expression, check that the item holds them.',
		),
	);
}
