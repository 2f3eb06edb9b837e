import type { INodeProperties } from 'n8n-workflow';
import type { InputFault } from '../../../platform/faults';
import { done } from '../../../platform/result';
import type { Result } from '../../../platform/result';
import { LONGEST_WAIT, readCount } from '../../../platform/text';
import type { CallRules } from './session';

// The options that every operation has: how its requests leave. Each holds for the whole execution.

export const maxAttemptsOption: INodeProperties = {
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 4,
	description:
		'How often a request is tried in all when the platform is busy or does not answer. Each attempt is signed anew.',
};

export const requestsPerSecondOption: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description:
		'How many requests of one action leave in a second at most, together with all other executions of this n8n process that use the same instance and key',
};

export const timeoutOption: INodeProperties = {
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LONGEST_WAIT },
	default: 30000,
	description:
		'How long one attempt may take in all, until its answer is there to the last byte, in milliseconds',
};

/** Reads the three options, with their defaults filled in. */
export function readCallRules(
	options: Readonly<Record<string, unknown>>,
): Result<CallRules, InputFault> {
	const maxAttempts = readCount('Max Attempts', options.maxAttempts, { usual: 4, most: 10 });
	if (!maxAttempts.ok) return maxAttempts;
	const requestsPerSecond = readCount('Requests per Second', options.requestsPerSecond, {
		usual: 10,
		most: 100,
	});
	if (!requestsPerSecond.ok) return requestsPerSecond;
	const timeout = readCount('Timeout (Ms)', options.timeout, {
		usual: 30_000,
		most: LONGEST_WAIT,
	});
	if (!timeout.ok) return timeout;
	return done({
		maxAttempts: maxAttempts.value,
		requestsPerSecond: requestsPerSecond.value,
		timeout: timeout.value,
	});
}
