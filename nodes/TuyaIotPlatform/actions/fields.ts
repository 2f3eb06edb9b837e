import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS } from '../../../platform/catalog';
import type { ActionName } from '../../../platform/catalog';
import { SECRET_KEYS } from '../../../platform/secretKeys';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../execution/sendingOptions';
import { actionsOf } from './spec';
import type { ActionSpec } from './spec';

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

const includeSecrets: INodeProperties = {
	displayName: 'Include Secrets',
	name: 'includeSecrets',
	type: 'boolean',
	default: false,
	description:
		'Whether to keep secrets in the output, such as DeviceSecret, ProductSecret or the signature of an upload. n8n then stores them with the execution.',
};

/** The fields that an operation has because of its actions: paging for a list, and the options. */
export function commonFields(spec: ActionSpec): INodeProperties[] {
	const facts = actionsOf(spec).map((action) => ACTIONS[action]);
	const isPaged = facts.some(({ list }) => list?.paging);
	const hasSecrets = facts.some(({ secrets }) => secrets);
	return [
		...(isPaged ? paging(spec.pagedWhen ?? {}) : []),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				...(hasSecrets ? [includeSecrets] : []),
				maxAttemptsOption,
				requestsPerSecondOption,
				timeoutOption,
			],
		},
	];
}

function paging(shown: Readonly<Record<string, string[]>>): INodeProperties[] {
	return [
		{ ...returnAll, displayOptions: { show: shown } },
		{ ...limit, displayOptions: { show: { ...shown, ...limit.displayOptions?.show } } },
	];
}

/** Keys that an output of an action is without, unless secrets are asked for. */
export function secretKeysOf(action: ActionName): readonly string[] {
	return [...SECRET_KEYS, ...(ACTIONS[action].secrets ?? [])];
}
