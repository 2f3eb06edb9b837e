import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';
import { getProperties } from './getProperties';
import { getStatus } from './getStatus';
import { invokeService } from './invokeService';
import { setDesiredProperties } from './setDesiredProperties';
import { setProperties } from './setProperties';
import { setPropertiesOfMany } from './setPropertiesOfMany';

/** A device of a product. */
export const device: Resource = {
	value: 'device',
	name: 'Device',
	operations: [
		getMany,
		get,
		getStatus,
		getProperties,
		setProperties,
		setPropertiesOfMany,
		setDesiredProperties,
		invokeService,
	],
};
