import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS, SECRET_KEYS, isAction } from '../../../platform';
import { countOption, switchOption } from '../shared/options';
import { sharedOptions } from '../shared/optionsCollection';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../shared/sendingOptions';
import { viewFields } from './outputView';
import { actionsOf } from './spec';
import type { OperationSpec } from './spec';

const returnAllOption = switchOption({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

/** Most records of a list that an item wants. */
export const limitOption = countOption({
	displayName: 'Limit',
	name: 'limit',
	min: 1,
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
});

export const includeSecretsOption = switchOption({
	displayName: 'Include Secrets',
	name: 'includeSecrets',
	guards: true,
	default: false,
	description:
		'Whether to keep secrets in the output, such as DeviceSecret, ProductSecret or the signature of an upload. n8n then stores them with the execution.',
});

/** The fields that an operation has because of its actions: paging for a list, how much of long records comes out, and the options. */
export function commonFields(spec: OperationSpec): INodeProperties[] {
	const facts = actionsOf(spec).map((action) => ACTIONS[action]);
	const { service } = spec;
	const isPaged = !service && facts.some(({ list }) => list?.paging);
	const hasSecrets = facts.some(({ secrets }) => secrets);
	const isLong = !service && facts.some(({ simplified }) => simplified);
	const paged = isPaged ? paging(spec.pagedWhen ?? {}) : [];
	return [...paged, ...(isLong ? viewFields : []), optionsField(hasSecrets, service?.options)];
}

/** The options of an operation whose requests leave as all do. */
export function optionsField(
	hasSecrets: boolean,
	own: readonly INodeProperties[] = [],
): INodeProperties {
	return sharedOptions([
		...(hasSecrets ? [includeSecretsOption.field] : []),
		maxAttemptsOption.field,
		requestsPerSecondOption.field,
		timeoutOption.field,
		...own,
	]);
}

/** Return All and Limit, shown where the rule says. */
export function paging(shown: Readonly<Record<string, string[]>>): INodeProperties[] {
	const { field: limit } = limitOption;
	return [
		{ ...returnAllOption.field, displayOptions: { show: shown } },
		{ ...limit, displayOptions: { show: { ...shown, ...limit.displayOptions?.show } } },
	];
}

/** Keys that an output of an action is without, unless secrets are asked for. */
export function secretKeysOf(action: string): readonly string[] {
	return [...SECRET_KEYS, ...((isAction(action) && ACTIONS[action].secrets) || [])];
}
