import { LONGEST_TIMER, USUAL_RULES } from '../../../platform';
import type { CallRules } from '../../../platform';
import type { OptionReader } from './optionReader';
import { countOption } from './options';

// The options that every operation has: how its requests leave. Each holds for the whole execution.

export const maxAttemptsOption = countOption({
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	min: 1,
	max: 10,
	default: USUAL_RULES.maxAttempts,
	description:
		'How often a request is tried in all when the platform fails or does not answer. Each attempt is signed anew. Throttling does not count: it is waited out for up to five minutes.',
});

export const requestsPerSecondOption = countOption({
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	min: 1,
	max: 100,
	default: USUAL_RULES.requestsPerSecond,
	description:
		'How many requests of one action leave in a second at most, together with all other executions of this n8n process that use the same instance and key. Fewer leave where the platform allows fewer: 5 for Cancel by Job, 10 for most actions.',
});

export const timeoutOption = countOption({
	displayName: 'Timeout (Ms)',
	name: 'timeout',
	min: 1,
	max: LONGEST_TIMER,
	default: USUAL_RULES.timeout,
	description:
		'How long one attempt may take in all, until its answer is there to the last byte, in milliseconds',
});

/** Reads the three options. */
export async function readCallRules(reader: OptionReader): Promise<CallRules> {
	return {
		maxAttempts: await reader.option(maxAttemptsOption),
		requestsPerSecond: await reader.option(requestsPerSecondOption),
		timeout: await reader.option(timeoutOption),
	};
}
