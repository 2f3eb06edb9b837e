import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { EarlierTries, LookUp, cancelDevices } from '../../../../../platform';
import { openNodeClient } from '../../../shared/client';
import { errorItem } from '../../../shared/errors';
import { addHints } from '../../../shared/hints';
import { refuseOtherPackage } from '../../../shared/pickedJob';
import { doneBefore, TriesOfRun } from '../../../shared/triesOfRun';
import type { Operation } from '../../../operations/operation';
import { throwIfUnsuccessful } from './failure';
import { cancelByDeviceFields } from './fields';
import { idleItem } from './idle';
import { deviceItems, responsesByItem } from './output';
import type { OutputRules } from './output';
import { prepareCancel } from './prepareCancel';
import type { PreparedCancel } from './prepareCancel';
import { preview } from './preview';
import { summary } from './summary';
import { summaryItem, toldNothing } from './summaryItem';
import { logStopped, showSummary } from './notices';

/** Cancels the OTA tasks of named devices with the action CancelOTATaskByDevice. */
export const cancelByDevice: Operation = {
	value: 'cancelByDevice',
	name: 'Cancel by Device',
	action: 'Cancel OTA tasks by device',
	description:
		'Destructive: stop the update of named devices that wait for confirmation, wait to be pushed, or were just pushed',
	cloudActions: [
		'CancelOTATaskByDevice',
		'ListOTATaskByJob',
		'ListOTAJobByFirmware',
		'ListOTAUnfinishedTaskByDevice',
		'BatchQueryDeviceDetail',
		'QueryOTAJob',
	],
	fields: cancelByDeviceFields,
	execute,
};

const tries = new TriesOfRun(() => new EarlierTries());

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const prepared = await prepareCancel(context);
	const { connection, options, plan, itemErrors, idle } = prepared;
	const client = openNodeClient(context, connection, options);
	const { explanation } = client;
	if (plan.requests.length > 0) await refuseOtherPackage(context, client);
	if (options.previewOnly) {
		const lookUp = new LookUp(client.call, client.stopped);
		return await preview(context, prepared, lookUp, explanation);
	}

	const rules: OutputRules = {
		nothingToCancelIsSuccess: options.nothingToCancelIsSuccess,
		context: explanation,
	};
	const { reports, halvings, earlier } = await cancelDevices(
		plan,
		options.verifyFor,
		client,
		tries.of(context),
	);
	const { counter } = client;
	const sentence = summary(reports, counter, halvings);
	if (client.stopped()) logStopped(context, sentence, reports);
	showSummary(context, sentence);
	addHints(context, doneBefore(earlier, 'device', 'accepted'));
	const stops = options.output !== 'summary' || toldNothing(reports);
	if (stops && !context.continueOnFail()) throwIfUnsuccessful(context, reports, rules);
	if (options.output === 'summary') {
		const items = context.getInputData().length;
		return [
			summaryItem({ reports, itemErrors, items, counter }, rules),
			...itemErrors.map(errorItem),
		];
	}
	if (options.output === 'perDevice') {
		return [...itemErrors.map(errorItem), ...idle.map(idleItem), ...deviceItems(reports, rules)];
	}
	return responses(context, prepared, responsesByItem(reports, rules));
}

/** What goes out for each item, in the order of the items. */
function responses(
	context: IExecuteFunctions,
	{ itemErrors, idle }: PreparedCancel,
	answers: ReadonlyMap<number, INodeExecutionData[]>,
): INodeExecutionData[] {
	const outputs = new Map(answers);
	for (const itemError of itemErrors) outputs.set(itemError.itemIndex, [errorItem(itemError)]);
	for (const itemIndex of idle) outputs.set(itemIndex, [idleItem(itemIndex)]);
	return context.getInputData().flatMap((_, index) => outputs.get(index) ?? []);
}
