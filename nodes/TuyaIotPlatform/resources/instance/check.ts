import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { checkUp, READ_ACTIONS } from '../../../../platform';
import type { Operation } from '../../operations/operation';
import { portsOf } from '../../shared/client';
import { connectionOf } from '../../shared/connection';
import { inputError, inputItemError } from '../../shared/errors';
import { OptionReader } from '../../shared/optionReader';
import { switchOption } from '../../shared/options';
import { sharedOptions } from '../../shared/optionsCollection';
import { requestsPerSecondOption, timeoutOption } from '../../shared/sendingOptions';

const measureRateOption = switchOption({
	displayName: 'Measure Rate',
	name: 'measureRate',
	default: false,
	description:
		'Whether to find out how many reads a second the instance takes. Sends up to 60 more reads within two seconds, which can slow down whatever else uses the same key.',
});

const options = sharedOptions(
	[measureRateOption, requestsPerSecondOption, timeoutOption].map(({ field }) => field),
);

/** Looks how the instance answers, once for all input items. */
export const check: Operation = {
	value: 'check',
	name: 'Check',
	action: 'Check instance',
	description:
		'Look how the instance answers, with at most 20 reads: one item a point, and a report to paste into an issue. Changes nothing.',
	cloudActions: READ_ACTIONS,
	fields: [options],
	execute,
};

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const connection = await connectionOf(context);
	const reader = OptionReader.ofExecution(context);
	const measureRate = await reader.option(measureRateOption);
	const rules = {
		requestsPerSecond: await reader.option(requestsPerSecondOption),
		timeout: await reader.option(timeoutOption),
	};
	if (reader.refusal) {
		const { fault, itemIndex } = reader.refusal;
		throw inputError(context, inputItemError(fault, itemIndex));
	}
	const { points, report } = await checkUp({
		...{ connection, rules, measureRate, now: Date.now },
		portsFor: (changed) => portsOf(context, changed, { withCertificate: true }),
	});
	const pairedItem = context.getInputData().map((_, item) => ({ item }));
	return [...points.map((point) => ({ ...point })), { report }].map((json) => ({
		json,
		pairedItem,
	}));
}
