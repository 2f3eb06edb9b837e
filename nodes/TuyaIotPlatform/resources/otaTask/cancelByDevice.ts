import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { MOST_DEVICES_PER_REQUEST, planCancellation } from '../../../../platform/cancellation/plan';
import { runCancellation } from '../../../../platform/cancellation/run';
import type { RequestResult } from '../../../../platform/cancellation/run';
import { bytesForNames } from '../../../../platform/cancellation/urlLimit';
import { callAction } from '../../../../platform/client';
import { withoutSecrets } from '../../../../platform/secrecy';
import { apiError, errorItem, inputError, inputTrouble } from '../../execution/errors';
import type { ItemTrouble } from '../../execution/errors';
import { readInstance } from '../../execution/instance';
import { clientTools } from '../../execution/tools';
import type { Operation } from '../operation';
import { cancelByDeviceFields } from './cancelByDevice.fields';
import { readOptions, readTarget } from './cancelByDevice.inputs';
import { deviceItems, listNames, requestTrouble, responseItems } from './cancelByDevice.output';
import type { ServedItem } from './cancelByDevice.output';

/** Cancels the OTA tasks of named devices with the action CancelOTATaskByDevice. */
export const cancelByDevice: Operation = { fields: cancelByDeviceFields, execute };

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const connection = await readInstance(context);
	const options = readOptions(context);
	if (!options.ok) throw inputError(context, inputTrouble(options.fault, 0));

	const itemCount = context.getInputData().length;
	const inputs = Array.from({ length: itemCount }, (_, index) => readTarget(context, index));
	const troubles = inputs.flatMap((input, index) =>
		input.ok ? [] : [inputTrouble(input.fault, index)],
	);
	const [firstTrouble] = troubles;
	if (firstTrouble && !context.continueOnFail()) throw inputError(context, firstTrouble);

	const usable = inputs.flatMap((input, itemIndex) =>
		input.ok ? [{ itemIndex, target: input.value }] : [],
	);
	const plan = planCancellation(
		usable.map(({ target }) => target),
		{
			combine: false,
			devicesPerRequest: MOST_DEVICES_PER_REQUEST,
			bytesForNames: bytesForNames(connection),
		},
	);
	const tools = clientTools(context, connection, options.value.timeout);
	const results = await runCancellation(plan.requests, async (call) => {
		return await callAction(call, options.value.maxAttempts, tools);
	});
	const explanation = {
		host: connection.endpoint.host,
		hide: (text: string) => withoutSecrets(text, connection),
	};
	const served: ServedItem[] = usable.map((item, place) => ({
		...item,
		results: (plan.requestsOfTarget[place] ?? []).flatMap((number) => results[number] ?? []),
	}));

	if (!context.continueOnFail()) {
		const first = firstRefusal(served, (item, result) => requestTrouble(item, result, explanation));
		if (first) throw apiError(context, withTally(first, results));
	}
	const outputs = new Map(troubles.map((trouble) => [trouble.itemIndex, [errorItem(trouble)]]));
	for (const item of served) {
		outputs.set(
			item.itemIndex,
			options.value.output === 'perDevice'
				? deviceItems(item, explanation)
				: responseItems(item, errorItem, explanation),
		);
	}
	return Array.from({ length: itemCount }, (_, index) => outputs.get(index) ?? []).flat();
}

type Refusal = Exclude<RequestResult, { kind: 'accepted' }>;

function firstRefusal(
	served: readonly ServedItem[],
	tell: (item: ServedItem, result: Refusal) => ItemTrouble,
): ItemTrouble | undefined {
	for (const item of served) {
		for (const result of item.results) {
			if (result.kind !== 'accepted') return tell(item, result);
		}
	}
	return undefined;
}

/** Adds what became of all devices, since a stopped workflow has no output to read it from. */
function withTally(trouble: ItemTrouble, results: readonly RequestResult[]): ItemTrouble {
	const devicesOf = (accepted: boolean) =>
		results
			.filter((result) => (result.kind === 'accepted') === accepted)
			.flatMap(({ request }) => request.deviceNames);
	const accepted = devicesOf(true);
	const others = devicesOf(false);
	const tally =
		accepted.length === 0
			? 'No device was cancelled.'
			: `The platform accepted ${accepted.length} of ${accepted.length + others.length} devices; not accepted: ${listNames(others)}.`;
	return {
		...trouble,
		description: `${trouble.description} ${tally}`,
		details: { ...trouble.details, accepted, notAccepted: others },
	};
}
