import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';

/** A kind of device. */
export const product: Resource = {
	value: 'product',
	name: 'Product',
	operations: [getMany, get],
};
