import type { Fleet } from '../fleet/fleet';
import { ensure, required, shortText, WRONG_FORM } from './values';

const LONGEST_NAME = 40;
const LONGEST_DESCRIPTION = 100;
const LONGEST_UDI = 4096;
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_()-]*$/u;

type Parameters = ReadonlyMap<string, string>;

/** The name that a package has to have. */
export function firmwareName(parameters: Parameters): string {
	const name = required(parameters, 'FirmwareName', 'iot.firmware.NullFirmwareName');
	ensure(name.trim() !== '', 'iot.firmware.BlankFirmwareName', 'FirmwareName is spaces only');
	ensure(
		name.length <= LONGEST_NAME && NAME.test(name),
		'iot.firmware.IncorrectFormattedFirmwareName',
		`FirmwareName may hold 1 to ${LONGEST_NAME} letters, digits, - _ ( and )`,
	);
	return name;
}

/** Refuses a name that a package other than the given one has. */
export function ensureFreeName(fleet: Fleet, name: string, ownId?: string): void {
	const isTaken = fleet.packages.some(
		(other) => other.firmwareName === name && other.firmwareId !== ownId,
	);
	ensure(
		!isTaken,
		'iot.firmware.AlreadyExistedFirmwareName',
		'A package of this name exists already',
	);
}

/** What a package is for, undefined when absent. */
export function firmwareDesc(parameters: Parameters): string | undefined {
	const refused = 'iot.firmware.FirmwareDescriptionExceedMaxLength';
	return shortText(parameters, 'FirmwareDesc', LONGEST_DESCRIPTION, refused);
}

/** The text that devices get with the notice of an update, undefined when absent. */
export function udi(parameters: Parameters): string | undefined {
	return shortText(parameters, 'Udi', LONGEST_UDI, WRONG_FORM);
}
