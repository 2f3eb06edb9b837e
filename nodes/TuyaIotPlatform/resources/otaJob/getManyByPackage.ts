import { defineOperation } from '../../operations/defineOperation';
import { packageLocator } from '../locators';

/** Lists the jobs of a package with the action ListOTAJobByFirmware. */
export const getManyByPackage = defineOperation({
	value: 'getManyByPackage',
	name: 'Get Many by Package',
	action: 'Get many OTA jobs by package',
	description: 'Retrieve many jobs (batches), those that roll a package out, with their state',
	cloudAction: 'ListOTAJobByFirmware',
	fields: [packageLocator],
});
