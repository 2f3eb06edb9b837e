import type { OtaPackage } from '../fleet/records';
import type { ObjectStorage, StoredObject } from '../storage/storage';
import { optional } from './inputs';
import { ensure, oneOf, required } from './values';

type Parameters = ReadonlyMap<string, string>;

const SIGN_METHODS = ['MD5', 'SHA256'] as const;

/**
 * The facts of the file that FirmwareUrl leads to, checked against those that are given. The page
 * does not require a FirmwareUrl, but there is no other way to name a file.
 */
export function uploadedFile(
	parameters: Parameters,
	storage: ObjectStorage,
): Pick<OtaPackage, 'fileKey' | 'firmwareSize' | 'firmwareSign' | 'signMethod'> {
	const badSign = 'iot.firmware.InvalidFirmwareSign';
	const firmwareSign = required(parameters, 'FirmwareSign', badSign);
	const badMethod = 'iot.firmware.InvalidFirmwareSignMethod';
	const signMethod = oneOf(parameters, 'SignMethod', SIGN_METHODS, badMethod) ?? 'MD5';
	const file = fileAt(required(parameters, 'FirmwareUrl', 'iot.firmware.NullFirmwareUrl'), storage);
	const size = optional(parameters, 'FirmwareSize') ?? String(file.size);
	ensure(
		size === String(file.size),
		'iot.firmware.InvalidFirmwareSize',
		'FirmwareSize is not the size of the file',
	);
	ensure(
		firmwareSign.toLowerCase() === (signMethod === 'MD5' ? file.md5 : file.sha256),
		badSign,
		`FirmwareSign is not the ${signMethod} of the file`,
	);
	return { fileKey: file.key, firmwareSize: file.size, firmwareSign, signMethod };
}

function fileAt(firmwareUrl: string, storage: ObjectStorage): StoredObject {
	ensure(
		URL.canParse(firmwareUrl),
		'iot.firmware.MalformedFirmwareUrl',
		'FirmwareUrl is not a URL',
	);
	const file = storage.objectAt(new URL(firmwareUrl));
	ensure(
		file !== undefined,
		'iot.firmware.InvalidFirmwareUrl',
		'FirmwareUrl does not lead to an uploaded file',
	);
	ensure(file.size > 0, 'iot.firmware.EmptyFirmwareFile', 'The file is empty');
	return file;
}
