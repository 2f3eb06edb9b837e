import type { IExecuteFunctions } from 'n8n-workflow';
import { fail, gaveNothing, isNothing, ok, readId, readRequiredId } from '../../../../../platform';
import type {
	ActionParameters,
	CallRules,
	Connection,
	InputFault,
	Origin,
	ReissueOrder,
	Result,
} from '../../../../../platform';
import { fieldValuesReader } from '../../../operations/fieldValues';
import { parametersOf } from '../../../operations/parameters';
import { connectionOf } from '../../../shared/connection';
import { inputError, inputItemError } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { mapItems } from '../../../shared/mapItems';
import { OptionReader } from '../../../shared/optionReader';
import { readEachItem } from '../../../shared/parameters';
import { readCallRules } from '../../../shared/sendingOptions';
import { newJobFields, previewOnly, withTimeout } from './fields';
import type { ReissueSpec } from './spec';

/** What is to be done, checked before anything is sent. */
export interface PreparedReissue {
	readonly connection: Connection;
	readonly rules: CallRules;
	readonly previewOnly: boolean;
	/** Most devices that the execution may reach; 0 for no limit. */
	readonly most: number;
	/** One for each input item that can be served. */
	readonly orders: readonly ReissueOrder[];
	/** What is wrong with the other items; empty unless the node continues on fail. */
	readonly itemErrors: readonly ItemError[];
}

/** Reads and checks everything. Throws a `NodeOperationError` if nothing may be sent. */
export async function prepareReissue(
	context: IExecuteFunctions,
	spec: ReissueSpec,
): Promise<PreparedReissue> {
	const connection = await connectionOf(context);
	const reader = OptionReader.ofExecution(context);
	const rules = await readCallRules(reader);
	const isPreview = await reader.guard(previewOnly);
	const most = await spec.readGuard(reader);
	const aimAt = await spec.readAim(context, reader);
	if (reader.refusal) {
		const { fault, itemIndex } = reader.refusal;
		throw inputError(context, inputItemError(fault, itemIndex));
	}
	const readAt = orderReader(context, aimAt);
	const read = await mapItems(context, readAt);
	const itemErrors = read.flatMap((order, itemIndex) =>
		order.ok ? [] : [inputItemError(order.fault, itemIndex)],
	);
	const [first] = itemErrors;
	if (first && !context.continueOnFail()) throw inputError(context, first);
	const orders = read.flatMap((order) => (order.ok ? [order.value] : []));
	return { connection, rules, previewOnly: isPreview, most, orders, itemErrors };
}

function orderReader(
	context: IExecuteFunctions,
	aimAt: Awaited<ReturnType<ReissueSpec['readAim']>>,
): (item: number) => Result<ReissueOrder, InputFault> {
	const firmwareIdAt = readEachItem(context, 'firmwareId', 'OTA Package', readOptionalId);
	const jobIdAt = readEachItem(context, 'jobId', 'OTA Job', (value) =>
		readRequiredId(
			'OTA Job',
			value,
			'Enter the ID of the job, e.g. 1836340779212661234. If it comes from an expression, check that the item holds it.',
		),
	);
	const valuesAt = fieldValuesReader(context, [newJobFields]);
	return (item) => {
		const firmwareId = firmwareIdAt(item);
		if (!firmwareId.ok) return firmwareId;
		const jobId = jobIdAt(item);
		if (!jobId.ok) return jobId;
		const aim = aimAt(item);
		if (!aim.ok) return aim;
		const settings = settingsOf(valuesAt(item));
		if (!settings.ok) return settings;
		return ok({
			...{ item, jobId: jobId.value, firmwareId: firmwareId.value },
			...{ aim: aim.value, settings: settings.value },
		});
	};
}

function readOptionalId(value: unknown, origin: Origin): Result<string, InputFault> {
	return origin === 'expression' && isNothing(value)
		? fail(gaveNothing('OTA Package', value))
		: readId('OTA Package', value);
}

function settingsOf(
	values: ReturnType<ReturnType<typeof fieldValuesReader>>,
): Result<ActionParameters, InputFault> {
	if (!values.ok) return values;
	const read = parametersOf('CreateOTAStaticUpgradeJob', [newJobFields], values.value);
	return read.ok ? ok(withTimeout(read.value)) : read;
}
