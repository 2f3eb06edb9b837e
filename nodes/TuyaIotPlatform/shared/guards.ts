import type { INodeProperties } from 'n8n-workflow';
import { BEFORE_1_1, SINCE_1_1 } from './nodeVersions';
import type { Option } from './options';

// What keeps people safe stands where it is seen: since 1.1 as a field of its own, in saved nodes under Options as before.

/** A guard as a field of its own. */
export function ownField({ field }: Option<unknown>): INodeProperties {
	return { ...field, displayOptions: { show: SINCE_1_1 } };
}

/**
 * The same under Options, for nodes before 1.1. Later ones do not offer it there, but n8n hands over what a file
 * holds: a guard that is set in the old place is refused and not passed over.
 */
export function underOptions({ field }: Option<unknown>): INodeProperties[] {
	return [
		{ ...field, displayOptions: { show: BEFORE_1_1 } },
		{ ...field, type: 'hidden', displayOptions: { show: SINCE_1_1 } },
	];
}
