import type { Operation } from '../../../operations/operation';
import { executeReissue } from './execute';
import type { ReissueSpec } from './spec';

/** Makes an operation of what sets it apart from the other that puts a job right. */
export function defineReissue(spec: ReissueSpec): Operation {
	const { value, name, action, description, cloudActions, fields } = spec;
	return {
		...{ value, name, action, description, cloudActions, fields },
		execute: async (context) => await executeReissue(context, spec),
	};
}
