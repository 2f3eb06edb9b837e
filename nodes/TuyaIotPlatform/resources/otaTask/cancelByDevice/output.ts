import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { codeToTell, isSuccess, withTexts } from '../../../../../platform';
import type {
	CancelRequest,
	DeviceReport,
	ExplanationContext,
	RefusedFault,
} from '../../../../../platform';
import { errorItem } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { explainDevices, faultOf, listUnsuccessful, reasonOf } from './words';

/** An input item, and what became of the devices that it names. */
export interface ServedItem {
	readonly itemIndex: number;
	/** Each device once, in the order of the plan. */
	readonly reports: readonly DeviceReport[];
}

/** What an output is made by. */
export interface OutputRules {
	readonly nothingToCancelIsSuccess: boolean;
	readonly context: ExplanationContext;
}

/**
 * For each request that carried names of the item: the platform's answer as received, and an error item
 * for those of the item's devices that did not end as wished. A yes is left out where Verify contradicts it for
 * all of them, so that none of them passes for done.
 */
export function responseItems(item: ServedItem, rules: OutputRules): INodeExecutionData[] {
	return groupByResult(item.reports).flatMap((reports) => {
		const { result } = reports[0];
		const unsuccessful = reports.filter((report) => !isWished(report, rules));
		const itemError = unsuccessful.length > 0 ? [deviceErrorOf(item, unsuccessful, rules)] : [];
		const answer = platformAnswerOf(reports[0], rules.context);
		const isAnyWished = unsuccessful.length < reports.length;
		const keepAnswer =
			answer && (itemError.length === 0 || (result.kind === 'accepted' && isAnyWished));
		const json = keepAnswer ? { ...answer } : itemError.length === 0 ? notSent(reports) : undefined;
		return [
			...(json ? [{ json, pairedItem: { item: item.itemIndex } }] : []),
			...itemError.map(errorItem),
		];
	});
}

/** What goes out in place of an answer where all is well without a request. */
function notSent(reports: readonly DeviceReport[]): IDataObject {
	return {
		outcome: 'nothingToCancel',
		deviceNames: reports.map(({ deviceName }) => deviceName),
		message: 'Not sent: a look-up showed that nothing is left to cancel.',
	};
}

/** One item for each device of all items, paired to every item that names it. */
export function deviceItems(
	served: readonly ServedItem[],
	rules: OutputRules,
): INodeExecutionData[] {
	const itemsOfDevice = new Map<DeviceReport, number[]>();
	for (const { itemIndex, reports } of served) {
		for (const report of reports) {
			const items = itemsOfDevice.get(report);
			if (items) items.push(itemIndex);
			else itemsOfDevice.set(report, [itemIndex]);
		}
	}
	return [...itemsOfDevice].map(([report, items]) => {
		const facts = deviceFacts(report, rules.context);
		const pairedItem = items.map((item) => ({ item }));
		return isWished(report, rules)
			? { json: facts, pairedItem }
			: {
					json: {
						error: `Device ${report.deviceName}: ${reasonOf(report, rules.context)}`,
						message: explainDevices([report], rules.context).description,
						details: facts,
					},
					pairedItem,
				};
	});
}

/** What is known of one device, for an output item or an error's details. */
export function deviceFacts(report: DeviceReport, context: ExplanationContext): IDataObject {
	const { deviceName, outcome, result, taskStatus } = report;
	const { productKey, firmwareId, jobId } = result.request;
	const refusal = refusalOf(report);
	return {
		deviceName,
		outcome,
		productKey,
		firmwareId,
		jobId,
		requestId: context.hide(
			result.kind === 'accepted' ? result.answer.requestId : (refusal?.requestId ?? ''),
		),
		code: refusal ? codeToTell(refusal, context.hide) : '',
		message: reasonOf(report, context),
		taskStatus,
	};
}

/** What to tell about devices of an item that did not end as wished. */
export function deviceErrorOf(
	item: ServedItem,
	unsuccessful: readonly DeviceReport[],
	{ context }: OutputRules,
): ItemError {
	const { message, description } = explainDevices(unsuccessful, context);
	const refusal = unsuccessful.map(refusalOf).find((fault) => fault !== undefined);
	const deviceNames = unsuccessful.map(({ deviceName }) => deviceName);
	return {
		message,
		description: `${listUnsuccessful(unsuccessful, context)} ${description}`,
		itemIndex: item.itemIndex,
		...(refusal ? { httpCode: String(refusal.status) } : {}),
		details: {
			...requestFacts({ ...unsuccessful[0]?.result.request, deviceNames }, refusal, context),
			devices: unsuccessful.map((report) => deviceFacts(report, context)),
		},
	};
}

/** What an error's details tell of a request, and of the platform's no where there is one. */
export function requestFacts(
	request: Partial<CancelRequest>,
	refusal: RefusedFault | undefined,
	{ hide }: ExplanationContext,
): IDataObject {
	const { productKey = '', firmwareId = '', jobId = '', deviceNames = [] } = request;
	const code = refusal ? codeToTell(refusal, hide) : '';
	const requestId = hide(refusal?.requestId ?? '');
	return { code, requestId, productKey, firmwareId, jobId, deviceNames: [...deviceNames] };
}

/** Whether a device ended as the user wished. */
export function isWished({ outcome, unseenFor }: DeviceReport, rules: OutputRules): boolean {
	return isSuccess(outcome, unseenFor !== undefined, rules.nothingToCancelIsSuccess);
}

function refusalOf({ result }: DeviceReport): RefusedFault | undefined {
	const fault = faultOf(result);
	return fault?.kind === 'refused' ? fault : undefined;
}

/** The platform's answer: a yes as received, a no without what it may quote; undefined when none came. */
function platformAnswerOf(
	report: DeviceReport,
	{ hide }: ExplanationContext,
): IDataObject | undefined {
	const { result } = report;
	if (result.kind === 'accepted') return result.answer.json;
	const refusal = refusalOf(report);
	return refusal && withTexts(refusal.json, hide);
}

function groupByResult(reports: readonly DeviceReport[]): Array<[DeviceReport, ...DeviceReport[]]> {
	const groups = new Map<DeviceReport['result'], [DeviceReport, ...DeviceReport[]]>();
	for (const report of reports) {
		const group = groups.get(report.result);
		if (group) group.push(report);
		else groups.set(report.result, [report]);
	}
	return [...groups.values()];
}
