import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';

/** Lists the version of each module of a device, with the action ListOTAModuleVersionsByDevice. */
export const getVersionsByDevice = defineOperation({
	value: 'getVersionsByDevice',
	name: 'Get Versions by Device',
	action: 'Get OTA module versions by device',
	description: 'Retrieve the version of each module of a device',
	cloudAction: 'ListOTAModuleVersionsByDevice',
	fields: oneDevice,
});
