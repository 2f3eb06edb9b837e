import type { Resource } from '../../operations/operation';
import { callAction } from './callAction';
import { check } from './check';

/** The instance of the platform that the credential opens, as a whole. */
export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [check, callAction],
};
