import { defineOperation } from '../../operations/defineOperation';
import { jobOfPackage } from '../jobFields';

/** Reads a job with the action QueryOTAJob. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get OTA job',
	description: 'Retrieve a job (batch): its state, its package and how its devices were chosen',
	cloudAction: 'QueryOTAJob',
	fields: jobOfPackage,
});
