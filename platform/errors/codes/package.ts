import {
	LISTED_VALUE,
	PICK_PACKAGE,
	PICK_PRODUCT,
	RENAME,
	REVIEW_FIELDS,
	VERIFY_FIRST,
} from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

const UPLOAD_ADDRESS =
	'Use the address exactly as the platform returned it when it prepared the upload.';
const FREE_NAME = 'Choose a name in this node that no other OTA package has.';

/** Codes about OTA packages: their file, name, checksum, verification. */
export const PACKAGE: CodeTable = {
	'iot.firmware.AlreadyExistedFirmwareName': state(
		'Another OTA package bears that name.',
		FREE_NAME,
	),
	'iot.firmware.AlreadyExistedFirmwareVersion': state(
		'That version is taken by an earlier OTA package of this product.',
		'Raise the version in this node, or go on with the OTA package that is there.',
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
		'Look in the console whether a job still uses it, and compare the package ID in this node.',
	),
	'iot.firmware.EmptyFirmwareFile': input(
		'There is nothing in the file of the OTA package.',
		'Upload the right file and create the OTA package from it.',
	),
	'iot.firmware.FirmwareAndProductKeyMismatch': input(
		'This OTA package was made for another product.',
		'In this node, select an OTA package from the list of the product, or change the product key.',
	),
	'iot.firmware.FirmwareCountExceedMax': limit(
		'No more OTA packages can be kept (on Alibaba Cloud: 500).',
		'Remove an OTA package in the console that nobody uses any more.',
	),
	'iot.firmware.FirmwareDescriptionExceedMaxLength': input(
		'The text that describes the OTA package is longer than allowed (on Alibaba Cloud: 100 characters).',
		'Cut the description of the OTA package down in this node.',
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
		RENAME,
	),
	'iot.firmware.IncorrectFormattedFirmwareVersion': input(
		"The platform does not accept the OTA package's version as it is written.",
		'Write the version in this node the way devices report theirs.',
	),
	'iot.firmware.InvalidFirmware': input(
		'The platform cannot use this OTA package.',
		'Open it in the console to see what is wrong with it, or select another one in this node.',
	),
	'iot.firmware.InvalidFirmwareId': input(
		'What was sent as package ID does not belong to an OTA package.',
		PICK_PACKAGE,
	),
	'iot.firmware.InvalidFirmwareSign': input(
		'The checksum does not go with the file of the OTA package.',
		'Take the checksum of the file anew, by the signature method that is set in this node.',
	),
	'iot.firmware.InvalidFirmwareSignMethod': input(
		'The platform does not know this method of taking the checksum.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidFirmwareSize': input(
		'The platform does not accept the size given for the file.',
		'Fill in the size of the file in bytes, and see that the file itself is not too big.',
	),
	'iot.firmware.InvalidFirmwareType': input(
		'The platform knows no OTA package of this type.',
		LISTED_VALUE,
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
		'Fill in the version that the OTA package brings to a device.',
	),
	'iot.firmware.VerifyFirmwareFailed': platform(
		'The platform could not verify the OTA package.',
		'See that the test devices are online and run a suitable version, then start a new verification job.',
	),
	'iot.ota.tag.KeyDuplicated': input(
		'Two of the tags have the same key.',
		'Rename or remove one of the two in this node.',
	),
};
