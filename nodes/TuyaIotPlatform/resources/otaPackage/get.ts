import { defineOperation } from '../../operations/defineOperation';
import { packageLocator } from '../locators';

/** Reads a package with the action QueryOTAFirmware. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get OTA package',
	description: 'Read a package: its version, its state of verification and where its file is',
	cloudAction: 'QueryOTAFirmware',
	fields: [packageLocator],
});
