import { actionOperation } from '../../actions/actionOperation';
import { jobOfPackage } from '../jobFields';

/** Reads a job with the action QueryOTAJob. */
export const get = actionOperation({
	value: 'get',
	name: 'Get',
	action: 'Get OTA job',
	description: 'Read a job (batch): its state, its package and how its devices were chosen',
	cloudAction: 'QueryOTAJob',
	fields: jobOfPackage,
});
