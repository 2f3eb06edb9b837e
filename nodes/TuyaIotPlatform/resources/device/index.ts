import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';
import { getStatus } from './getStatus';

/** A device of a product. */
export const device: Resource = {
	value: 'device',
	name: 'Device',
	operations: [getMany, get, getStatus],
};
