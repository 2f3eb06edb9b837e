import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReissueMemory, badInput, isFatal, surveyOrder } from '../../../../../platform';
import type { Client, Fault, ReissueOrder, Survey } from '../../../../../platform';
import { openNodeClient } from '../../../shared/client';
import { apiError, errorItem, inputError, inputItemError } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { addHints } from '../../../shared/hints';
import { doneBefore, TriesOfRun } from '../../../shared/triesOfRun';
import { orderErrorOf, withWhatWasDone } from './failure';
import { previewItems } from './output';
import { prepareReissue } from './prepare';
import { previewOf, reachOf } from './reach';
import { ReissueRun } from './run';
import { warningOf } from './sentences';
import type { ReissueSpec } from './spec';

const tries = new TriesOfRun(() => new ReissueMemory());

/** Puts right the job that each item names. All are looked at before the first is begun. */
export async function executeReissue(
	context: IExecuteFunctions,
	spec: ReissueSpec,
): Promise<INodeExecutionData[]> {
	const prepared = await prepareReissue(context, spec);
	const { most } = prepared;
	const client = openNodeClient(context, prepared.connection, prepared.rules);
	const memory = tries.of(context);
	const looked = await lookAtAll(context, prepared.orders, memory, client);
	const { surveys } = looked;
	const errors = [...prepared.itemErrors, ...looked.itemErrors];
	guard(context, spec, surveys, most);
	addHints(context, new Set(surveys.map(warningOf).filter(Boolean)));
	if (prepared.previewOnly) {
		const items = previewOf(surveys, client.connection).flatMap((one) =>
			previewItems(one, client.explanation),
		);
		return inOrder([...errors.map(errorItem), ...items]);
	}
	const before = surveys.flatMap(({ devices }) =>
		devices.filter(({ standing }) => standing.kind === 'created'),
	);
	addHints(context, doneBefore(before.length, 'device', 'put into a job'));
	const run = new ReissueRun(context, client, memory, most);
	const items = await run.carryOutAll(surveys);
	return inOrder([...errors.map(errorItem), ...items]);
}

interface Looked {
	readonly surveys: readonly Survey[];
	readonly itemErrors: readonly ItemError[];
}

/** Surveys each order. Throws where one cannot be, unless the node continues on fail. */
async function lookAtAll(
	context: IExecuteFunctions,
	orders: readonly ReissueOrder[],
	memory: ReissueMemory,
	client: Client,
): Promise<Looked> {
	const surveys: Survey[] = [];
	const itemErrors: ItemError[] = [];
	let end: Fault | undefined;
	for (const order of orders) {
		const survey = end ? undefined : await surveyOrder(order, memory, client);
		if (survey?.ok) {
			surveys.push(survey.value);
			continue;
		}
		const fault = survey?.fault ?? end;
		if (!fault) continue;
		const itemError = orderErrorOf(fault, order, client.explanation);
		if (!context.continueOnFail()) throw stopping(context, fault, itemError, memory, client);
		if (fault.kind !== 'input' && isFatal(fault)) end = fault;
		itemErrors.push(itemError);
	}
	return { surveys, itemErrors };
}

function stopping(
	context: IExecuteFunctions,
	fault: Fault,
	itemError: ItemError,
	memory: ReissueMemory,
	{ explanation }: Client,
): Error {
	// Without an earlier try there is nothing to tell of.
	const told =
		memory.ownJobs.size > 0
			? withWhatWasDone(itemError, { done: [], left: 0 }, memory, explanation)
			: itemError;
	return fault.kind === 'input' ? inputError(context, told) : apiError(context, told);
}

/** Throws if more devices would be reached than allowed. Also with continue on fail: it guards the fleet. */
function guard(
	context: IExecuteFunctions,
	{ doneWord }: ReissueSpec,
	surveys: readonly Survey[],
	most: number,
): void {
	const { due, waiting } = reachOf(surveys);
	if (most === 0 || due + waiting <= most) return;
	const cancelled = waiting > 0 ? `, and ${waiting} that wait would be cancelled` : '';
	const fault = badInput(
		'Refuse More Than',
		`is ${most}, but ${due} devices would be ${doneWord}${cancelled}`,
		'Nothing was sent. If so many devices are meant, raise Refuse More Than.',
	);
	throw inputError(context, inputItemError(fault, 0));
}

/** Items in the order of the input items that they came from. */
function inOrder(items: readonly INodeExecutionData[]): INodeExecutionData[] {
	return items.toSorted((left, right) => itemOf(left) - itemOf(right));
}

function itemOf({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : 0;
}
