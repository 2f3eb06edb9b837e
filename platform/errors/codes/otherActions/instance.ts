import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input } from '../meaning';

/** Codes of moving between instances and of ranges of values. */
export const INSTANCE_ACTIONS: CodeTable = {
	'iot.system.InstanceIdSame': input(
		'One and the same instance was given as origin and as destination.',
		NO_OPERATION,
	),
	'iot.check.ParameterIsNotLessThanMax': input(
		'A lower bound is above its upper bound, such as a start later than the end.',
		NO_OPERATION,
	),
};
