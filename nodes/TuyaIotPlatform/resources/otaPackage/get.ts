import { defineOperation } from '../../operations/defineOperation';
import { packageLocator } from '../locators';

/** Reads a package with the action QueryOTAFirmware. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get OTA package',
	description: 'Retrieve a package: its version, its module and its state of verification',
	cloudAction: 'QueryOTAFirmware',
	fields: [packageLocator],
});
