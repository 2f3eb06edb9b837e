import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeviceReport } from '../../../../../platform';
import { apiError } from '../../../shared/errors';
import { deviceFacts, isWished, deviceErrorOf } from './output';
import type { OutputRules, ServedItem } from './output';
import { counts } from './words';

/**
 * Throws if a device did not end as wished. A stopped workflow has no output, so the error tells of all
 * devices: counts and up to ten names in its description, everything in its context.
 */
export function throwIfUnsuccessful(
	context: IExecuteFunctions,
	served: readonly ServedItem[],
	reports: readonly DeviceReport[],
	rules: OutputRules,
): void {
	const isUnsuccessful = (report: DeviceReport) => !isWished(report, rules);
	const first = served.find((item) => item.reports.some(isUnsuccessful));
	if (!first) return;
	const unsuccessful = reports.filter(isUnsuccessful);
	const itemError = deviceErrorOf(first, unsuccessful, rules);
	throw apiError(context, {
		...itemError,
		description: `${counts(reports, unsuccessful.length)}${itemError.description}`,
		details: {
			...itemError.details,
			devices: reports.map((report) => deviceFacts(report, rules.context)),
		},
	});
}
