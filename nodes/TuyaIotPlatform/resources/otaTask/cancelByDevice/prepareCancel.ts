import type { IExecuteFunctions } from 'n8n-workflow';
import { badInput, planCancellation } from '../../../../../platform';
import type { CancelPlan, CancelTarget, Connection } from '../../../../../platform';
import { connectionOf } from '../../../shared/connection';
import { inputError, inputItemError } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { readOptions, readTargets } from './inputs';
import type { CancelOptions } from './inputs';

/** What is to be done, checked and laid out, before anything is sent. */
export interface PreparedCancel {
	readonly connection: Connection;
	readonly options: CancelOptions;
	/** Numbers of the items whose list of devices is empty, so that nothing is to be done for them. */
	readonly idle: readonly number[];
	/** What is wrong with the other items; empty unless the node continues on fail. */
	readonly itemErrors: readonly ItemError[];
	readonly plan: CancelPlan;
}

/** Reads and checks everything. Throws a `NodeOperationError` if nothing may be sent. */
export async function prepareCancel(context: IExecuteFunctions): Promise<PreparedCancel> {
	const connection = await connectionOf(context);
	const options = await readOptions(context);
	if (!options.ok) {
		const { fault, itemIndex } = options.fault;
		throw inputError(context, inputItemError(fault, itemIndex));
	}

	const inputs = await readTargets(context);
	const itemErrors = inputs.flatMap((input, index) =>
		input.ok ? [] : [inputItemError(input.fault, index)],
	);
	const [first] = itemErrors;
	if (first && !context.continueOnFail()) throw inputError(context, first);

	const read = inputs.flatMap((input) => (input.ok ? [input.value] : []));
	const targets = read.filter(({ deviceNames }) => deviceNames.length > 0);
	const idle = read.flatMap(({ item, deviceNames }) => (deviceNames.length === 0 ? [item] : []));
	guard(context, targets, options.value.refuseMoreThan);
	const { combineItems: combine, devicesPerRequest } = options.value;
	const plan = planCancellation(targets, connection, { combine, devicesPerRequest });
	return { connection, options: options.value, idle, itemErrors, plan };
}

/** Throws if the items name more devices than allowed. Also with continue on fail: it guards the fleet. */
function guard(
	context: IExecuteFunctions,
	targets: readonly CancelTarget[],
	refuseMoreThan: number,
): void {
	if (refuseMoreThan === 0) return;
	const devices = new Set(
		targets.flatMap(({ productKey, deviceNames }) =>
			deviceNames.map((name) => JSON.stringify([productKey, name])),
		),
	);
	if (devices.size <= refuseMoreThan) return;
	const fault = badInput(
		'Device Names',
		`name ${devices.size} devices, but Refuse More Than is ${refuseMoreThan}`,
		'Nothing was sent. If so many devices are meant, raise Refuse More Than.',
	);
	throw inputError(context, inputItemError(fault, 0));
}
