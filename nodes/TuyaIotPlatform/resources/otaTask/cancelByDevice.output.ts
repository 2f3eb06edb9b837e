import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { CancelTarget } from '../../../../platform/cancellation/plan';
import type { RequestResult } from '../../../../platform/cancellation/run';
import { explain } from '../../../../platform/explain';
import type { ExplanationContext } from '../../../../platform/explain';
import type { CallFault } from '../../../../platform/faults';
import type { ItemTrouble } from '../../execution/errors';

/** An input item that could be used, and what came of the requests that carried its names. */
export interface ServedItem {
	readonly itemIndex: number;
	readonly target: CancelTarget;
	readonly results: readonly RequestResult[];
}

/** Most names that a sentence lists. */
const MOST_NAMES = 10;

/** One output item for each request of an input item: the platform's answer, or the trouble with it. */
export function responseItems(
	item: ServedItem,
	toErrorItem: (trouble: ItemTrouble) => INodeExecutionData,
	context: ExplanationContext,
): INodeExecutionData[] {
	return item.results.map((result) =>
		result.kind === 'accepted'
			? { json: { ...result.answer.json }, pairedItem: { item: item.itemIndex } }
			: toErrorItem(requestTrouble(item, result, context)),
	);
}

/** One output item for each device that an input item names. */
export function deviceItems(item: ServedItem, context: ExplanationContext): INodeExecutionData[] {
	return [...new Set(item.target.deviceNames)].map((deviceName) => {
		const result = item.results.find(({ request }) => request.deviceNames.includes(deviceName));
		return {
			json: {
				deviceName,
				productKey: item.target.productKey,
				firmwareId: item.target.firmwareId,
				jobId: item.target.jobId,
				...deviceOutcome(result, context),
			},
			pairedItem: { item: item.itemIndex },
		};
	});
}

function deviceOutcome(
	result: RequestResult | undefined,
	context: ExplanationContext,
): IDataObject {
	if (result?.kind === 'accepted') {
		const { requestId } = result.answer;
		return { outcome: 'accepted', requestId, code: '', message: '' };
	}
	const fault = result?.kind === 'failed' ? result.fault : result?.because;
	return {
		outcome: result?.kind === 'failed' ? 'failed' : 'skipped',
		requestId: fault?.kind === 'refused' ? fault.requestId : '',
		code: fault?.kind === 'refused' ? fault.code : '',
		message: fault ? explain(fault, context).message : '',
	};
}

/** What to tell about a request that was not accepted, seen from one input item. */
export function requestTrouble(
	item: ServedItem,
	result: Exclude<RequestResult, { kind: 'accepted' }>,
	context: ExplanationContext,
): ItemTrouble {
	const fault: CallFault = result.kind === 'failed' ? result.fault : result.because;
	const { message, description } = explain(fault, context);
	const named = new Set(item.target.deviceNames);
	const deviceNames = result.request.deviceNames.filter((name) => named.has(name));
	const lead =
		result.kind === 'failed'
			? `Not cancelled: ${listNames(deviceNames)}.`
			: `Not sent after this: ${listNames(deviceNames)}.`;
	return {
		message,
		description: `${lead} ${description}`,
		itemIndex: item.itemIndex,
		...(fault.kind === 'refused' ? { httpCode: String(fault.status) } : {}),
		details: {
			kind: result.kind === 'failed' ? fault.kind : 'skipped',
			code: fault.kind === 'refused' ? fault.code : '',
			requestId: fault.kind === 'refused' ? fault.requestId : '',
			productKey: item.target.productKey,
			firmwareId: item.target.firmwareId,
			jobId: item.target.jobId,
			deviceNames,
		},
	};
}

/** Lists up to ten names, and says how many more there are. */
export function listNames(names: readonly string[]): string {
	const shown = names.slice(0, MOST_NAMES).join(', ');
	const rest = names.length - MOST_NAMES;
	return rest > 0 ? `${shown} and ${rest} more` : shown;
}
