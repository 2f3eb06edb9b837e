import { defineOperation } from '../../operations/defineOperation';
import { deviceLocator, packageLocator, productLocator } from '../locators';

/** Lists the jobs that a device was in, with the action ListOTAJobByDevice. */
export const getManyByDevice = defineOperation({
	value: 'getManyByDevice',
	name: 'Get Many by Device',
	action: 'Get many OTA jobs by device',
	description: 'Retrieve many jobs (batches) of a package, those that a device belongs to',
	cloudAction: 'ListOTAJobByDevice',
	fields: [productLocator, packageLocator, deviceLocator],
});
