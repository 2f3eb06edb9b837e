import { defineOperation } from '../../../operations/defineOperation';
import { jobOfPackage } from '../../jobFields';
import { chartFieldOption, chartOption } from './options';
import { prepareProgress } from './prepareProgress';

/**
 * Tells where a job stands, with the action QueryOTAJob, and ListOTATaskByJob for its tasks: in figures, in
 * sentences and as a chart.
 */
export const getProgress = defineOperation({
	value: 'getProgress',
	name: 'Get Progress',
	action: 'Get OTA job progress',
	description:
		'Retrieve where a job (batch) stands: devices by state, failure share, estimated end, in words and as a chart',
	cloudAction: { actions: ['QueryOTAJob', 'ListOTATaskByJob'], choose: () => 'QueryOTAJob' },
	fields: jobOfPackage,
	service: {
		options: [chartOption.field, chartFieldOption.field],
		prepare: prepareProgress,
	},
});
