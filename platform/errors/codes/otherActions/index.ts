import type { CodeTable } from '../meaning';
import { DEVICE_ACTIONS } from './device';
import { GROUP_ACTIONS } from './group';
import { INSTANCE_ACTIONS } from './instance';
import { JOB_ACTIONS } from './job';
import { PRODUCT_ACTIONS } from './product';
import { PROPERTY_ACTIONS } from './property';

/**
 * Codes of actions that no operation but Call Action calls. The platform documents them among all others, and
 * one that comes is told; its remedy speaks of no field.
 */
export const OTHER_ACTIONS: CodeTable = {
	...DEVICE_ACTIONS,
	...GROUP_ACTIONS,
	...INSTANCE_ACTIONS,
	...JOB_ACTIONS,
	...PRODUCT_ACTIONS,
	...PROPERTY_ACTIONS,
};
