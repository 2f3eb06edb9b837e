import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import type { Origin } from '../input/origin';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { readTextList } from '../input/textList';
import type { ListWords } from '../input/textList';

/** How to speak of a list of device names. */
export const DEVICE_NAMES: ListWords = {
	field: 'Device Names',
	entry: 'a name',
	entries: 'names',
	examples: ['testDevice1', 'testDevice2'],
	expressions: ['$json.deviceNames', '$json.devices.map(d => d.deviceName)'],
	longest: 64,
};

/**
 * Reads the names of devices to cancel: none where an expression gave a list without entries, as the trigger does
 * when no device is left. Anything else that is empty is a slip, and so is `[]` where a user typed it.
 */
export function readNamesToCancel(value: unknown, origin: Origin): Result<string[], InputFault> {
	return origin === 'expression' && isEmptyList(value) ? ok([]) : readDeviceNames(value);
}

/** `[]` as JSON has it. Not parsed: most of 100,000 names are no JSON, which takes long to find out. */
const EMPTY_LIST = /^[ \t\r\n]*\[[ \t\r\n]*\][ \t\r\n]*$/;

/** Whether a value is a list without entries, itself or as JSON text. */
function isEmptyList(value: unknown): boolean {
	return typeof value === 'string'
		? EMPTY_LIST.test(value)
		: Array.isArray(value) && value.length === 0;
}

/** Reads device names, at least one, in any form that `readTextList` takes. */
export function readDeviceNames(value: unknown): Result<string[], InputFault> {
	const names = readTextList(value, DEVICE_NAMES);
	if (!names.ok || names.value.length > 0) return names;
	return fail(
		badInput(
			DEVICE_NAMES.field,
			'names no device',
			'Enter at least one device name, e.g. testDevice1. If the names come from an expression, check that the item holds them.',
		),
	);
}
