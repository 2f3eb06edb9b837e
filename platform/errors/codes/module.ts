import { PICK_PRODUCT, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, platform, state } from './meaning';

const FREE_MODULE_NAME = 'Choose a Module Name in this node that is not taken yet.';
const FREE_A_PLACE = 'Remove a module in the console that nobody uses any more.';

/** Codes about modules, the parts of a device that have a version of their own. */
export const MODULE: CodeTable = {
	'iot.firmware.IncorrectFormattedModuleName': input(
		'The platform does not accept this module name as it is written.',
		'Use a shorter Module Name in this node, made of letters and digits as far as possible.',
	),
	'iot.firmware.ListOTAModuleFailed': platform(
		'The platform did not hand out the modules.',
		REVIEW_FIELDS,
	),
	'iot.firmware.ListOTAModuleNameByProductFailed': platform(
		'The platform did not hand out the names of the modules this product has.',
		PICK_PRODUCT,
	),
	'iot.firmware.ModuleCountLimitExceeded': limit('No more modules can be kept.', FREE_A_PLACE),
	'iot.firmware.ModuleNameReserved': input(
		'The platform keeps this module name for itself.',
		FREE_MODULE_NAME,
	),
	'iot.ota.CreateOTAModuleFailure': platform(
		'The platform did not create the module and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.ota.CreateOTAModuleParamError': input(
		'The platform refused a value it was sent for the new module.',
		REVIEW_FIELDS,
	),
	'iot.ota.CreateOTAModuleExceedLimit': limit(
		'This product may not have any more modules.',
		FREE_A_PLACE,
	),
	'iot.ota.CreateOTAModuleNameExist': state('Another module bears that name.', FREE_MODULE_NAME),
	'iot.ota.UpdateOTAModuleFailure': platform(
		'The platform left the module as it was and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.ota.UpdateOTAModuleParamError': input(
		'The platform refused a value that was to be changed in the module.',
		REVIEW_FIELDS,
	),
	'iot.ota.DeleteOTAModuleParamError': input(
		'The platform could not tell from the values sent which module is to go.',
		REVIEW_FIELDS,
	),
	'iot.ota.DeleteOTAModuleFailure': platform(
		'The platform did not delete the module and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.ota.DeleteOTAModulePackageExist': state(
		'There are OTA packages for this module, so it has to stay.',
		'Delete those OTA packages before you delete the module.',
	),
	'iot.ota.DeleteOtaDefaultModule': state(
		'The platform does not let anybody delete its default module.',
		'Select another Module in this node, or leave the default module alone.',
	),
	'iot.ota.ListOTAModuleParamError': input(
		'The platform refused a value that says which modules to list.',
		REVIEW_FIELDS,
	),
	'iot.ota.ListOTAModuleFailure': platform(
		'The platform did not hand out the list of modules.',
		REVIEW_FIELDS,
	),
};
