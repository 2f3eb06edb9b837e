import type { Resource } from '../../operations/operation';
import { check } from './check';

/** The instance of the platform that the credential opens. */
export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [check],
import { callAction } from './callAction';

/** The instance of the platform as a whole. */
export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [callAction],
};
