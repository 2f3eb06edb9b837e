import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeviceReport } from '../../../../../platform';
import { apiError } from '../../../shared/errors';
import { deviceErrorOf, deviceFacts, unsuccessfulOf } from './output';
import type { OutputRules } from './output';
import { countsSentence } from './summary';

/**
 * Throws if a device did not end as wished. A stopped workflow has no output, so the error tells of all
 * devices: counts and up to ten names in its description, everything in its context.
 */
export function throwIfUnsuccessful(
	context: IExecuteFunctions,
	reports: readonly DeviceReport[],
	rules: OutputRules,
): void {
	const unsuccessful = unsuccessfulOf(reports, rules);
	if (unsuccessful.length === 0) return;
	const firstItem = unsuccessful.reduce(
		(first, { mentions }) => Math.min(first, mentions[0].item),
		Number.POSITIVE_INFINITY,
	);
	const itemError = deviceErrorOf(firstItem, unsuccessful, rules);
	throw apiError(context, {
		...itemError,
		description: `${countsSentence(reports, unsuccessful.length)}${itemError.description}`,
		details: {
			...itemError.details,
			devices: reports.map((report) => deviceFacts(report, rules.context)),
		},
	});
}
