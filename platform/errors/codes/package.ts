import { PICK_PACKAGE, PICK_PRODUCT, REVIEW_FIELDS, VERIFY_FIRST } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

const UPLOAD_ADDRESS =
	'Put the address that Get Upload URL gave into Firmware URL in this node, unchanged.';
const FREE_NAME = 'Choose a Package Name in this node that no other OTA package has.';

/** Codes about OTA packages: their file, name, checksum, verification. */
export const PACKAGE: CodeTable = {
	'iot.firmware.AlreadyExistedFirmwareName': state(
		'Another OTA package bears that name.',
		FREE_NAME,
	),
	'iot.firmware.AlreadyExistedFirmwareVersion': state(
		'That version is taken by an earlier OTA package of this product.',
		'Raise Version in this node, or go on with the OTA package that is there.',
	),
	'iot.firmware.BlankFirmwareName': input(
		'The name of the OTA package is made of blanks.',
		FREE_NAME,
	),
	'iot.firmware.CreateFirmwareFailure': platform(
		'The platform did not create the OTA package and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.firmware.DeleteFirmwareFailure': platform(
		'The platform did not delete the OTA package, perhaps because something still uses it.',
		'Look in the console whether a job still uses it, and compare OTA Package in this node.',
	),
	'iot.firmware.EmptyFirmwareFile': input(
		'There is nothing in the file of the OTA package.',
		'Upload the right file and create the OTA package from it.',
	),
	'iot.firmware.FirmwareAndProductKeyMismatch': input(
		'This OTA package was made for another product.',
		'Select an OTA Package from the list of the product in this node, or change Product.',
	),
	'iot.firmware.FirmwareCountExceedMax': limit(
		'No more OTA packages can be kept (on Alibaba Cloud: 500).',
		'Remove an OTA package in the console that nobody uses any more.',
	),
	'iot.firmware.FirmwareDescriptionExceedMaxLength': input(
		'The text that describes the OTA package is longer than allowed (on Alibaba Cloud: 100 characters).',
		'Cut Description in this node down.',
	),
	'iot.firmware.FirmwareNotFound': notFound(
		'The platform has no OTA package with this ID.',
		PICK_PACKAGE,
	),
	'iot.ota.FirmwareNotFound': notFound(
		'There is no such OTA package on the platform.',
		PICK_PACKAGE,
	),
	'iot.firmware.FirmwareNotVerified': state(
		'This OTA package has not passed verification so far.',
		VERIFY_FIRST,
	),
	'iot.firmware.GenerateOTAUploadURLFailure': platform(
		'The platform did not hand out an address to upload the file to.',
		REVIEW_FIELDS,
	),
	'iot.firmware.IncorrectFormattedFirmwareName': input(
		'The platform does not accept this name for an OTA package as it is written.',
		'Use a shorter Package Name in this node, made of letters and digits as far as possible.',
	),
	'iot.firmware.IncorrectFormattedFirmwareVersion': input(
		"The platform does not accept the OTA package's version as it is written.",
		'Write Version in this node the way devices report theirs.',
	),
	'iot.firmware.InvalidFirmware': input(
		'The platform cannot use this OTA package.',
		'Open it in the console to see what is wrong with it, or select another OTA Package in this node.',
	),
	'iot.firmware.InvalidFirmwareId': input(
		'What was sent as package ID does not belong to an OTA package.',
		PICK_PACKAGE,
	),
	'iot.firmware.InvalidFirmwareSign': input(
		'The checksum does not go with the file of the OTA package.',
		'Take the checksum of the file anew, by the Sign Method that is set in this node, and put it into Firmware Sign.',
	),
	'iot.firmware.InvalidFirmwareSignMethod': input(
		'The platform does not know this method of taking the checksum.',
		'Choose the other Sign Method in this node.',
	),
	'iot.firmware.InvalidFirmwareSize': input(
		'The platform does not accept the size given for the file.',
		'Set Firmware Size (Bytes) in this node to the size of the file, and see that the file itself is not too big.',
	),
	'iot.firmware.InvalidFirmwareType': input(
		'The platform knows no OTA package of this type.',
		'Remove Type from Additional Fields in this node.',
	),
	'iot.firmware.InvalidFirmwareUrl': input(
		'The file lies somewhere else than at an address the platform had handed out.',
		UPLOAD_ADDRESS,
	),
	'iot.firmware.InvalidGenerateOTAUploadURLParam': input(
		'The platform refused a value that it needs to prepare the upload.',
		REVIEW_FIELDS,
	),
	'iot.firmware.InvalidProductKey': input(
		'The platform does not accept this product key.',
		PICK_PRODUCT,
	),
	'iot.firmware.ListOTAFirmwareFailed': platform(
		'The platform did not hand out the list of OTA packages.',
		REVIEW_FIELDS,
	),
	'iot.firmware.MalformedFirmwareUrl': input(
		'What was sent as address of the file is not an address.',
		UPLOAD_ADDRESS,
	),
	'iot.firmware.NullFirmwareId': input('No package ID was given.', PICK_PACKAGE),
	'iot.firmware.NullFirmwareName': input('No name was given for the OTA package.', FREE_NAME),
	'iot.firmware.NullFirmwareUrl': input('No address was given for the file.', UPLOAD_ADDRESS),
	'iot.firmware.NullFirmwareVersion': input(
		'No version was given for the OTA package.',
		'Set Version in this node to the one that the OTA package brings to a device.',
	),
	'iot.firmware.VerifyFirmwareFailed': platform(
		'The platform could not verify the OTA package.',
		'See that the test devices are online and run a suitable version, then run Create Verification again.',
	),
};
