import type { CodeTable } from './meaning';
import { input, limit, state } from './meaning';

/** Codes about the version a device runs and the version it is updated from. */
export const VERSION: CodeTable = {
	'iot.firmware.DeviceWithDestinationVersionInArray': state(
		'One of the devices runs the new version already.',
		'Take devices that have the new version out of Device Names in this node.',
		{ devices: true },
	),
	'iot.firmware.IncorrectFormattedSrcVersion': input(
		'The platform does not accept the source version as it is written.',
		'Write Source Version or Source Versions in this node the way devices report it.',
	),
	'iot.firmware.MoreThanOneSrcVersion': input(
		'A differential OTA package starts from one source version, and more were given.',
		'Keep just one entry of Source Versions in this node.',
	),
	'iot.firmware.NonVersionedDeviceInArray': state(
		'One of the devices has not told the platform a usable version.',
		'Take that device out of Device Names in this node, or have it report its version first.',
		{ devices: true },
	),
	'iot.firmware.NullSrcVersions': input(
		'No source versions were given.',
		'Fill in one version or more as Source Versions in this node.',
	),
	'iot.firmware.SrcDestVersionMatched': input(
		'Source version and new version are one and the same.',
		'Change Source Version in this node to the version that devices run today.',
	),
	'iot.firmware.SrcVersionIsMandatory': input(
		'The platform was not told which version the differential OTA package starts from.',
		'Fill in Source Version in this node.',
	),
	'iot.firmware.SrcVersionMismatch': state(
		'One of the devices runs a version that this OTA package does not start from.',
		'Take that device out of Device Names in this node, or select an OTA Package made for the version it runs.',
		{ devices: true },
	),
	'iot.firmware.SrcVersionsNotAllowed': input(
		'A job of this kind takes no source versions.',
		'Empty Source Versions in this node.',
	),
	'iot.firmware.SrcVersionsSizeExceedMax': limit(
		'One job may not name that many source versions.',
		'Shorten Source Versions in this node.',
	),
	'iot.firmware.UpgradeSrcVersionMismatch': input(
		'The differential OTA package starts from another version than the one given.',
		'Set Source Versions in this node to the one that the console shows for the OTA package.',
	),
};
