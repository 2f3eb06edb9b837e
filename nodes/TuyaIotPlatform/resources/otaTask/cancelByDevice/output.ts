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
import { explainDevices, callFaultOf, listUnsuccessful, reasonOf } from './sentences';

/** What an output is made by. */
export interface OutputRules {
	readonly nothingToCancelIsSuccess: boolean;
	readonly context: ExplanationContext;
}

/** What goes out for each item, by its number: the answers to its devices as `responseItems` gives them. */
export function responsesByItem(
	reports: readonly DeviceReport[],
	rules: OutputRules,
): ReadonlyMap<number, INodeExecutionData[]> {
	const named = new Map<number, NamedReport[]>();
	for (const report of reports) {
		for (const { item, position } of report.mentions) {
			const known = named.get(item);
			if (known) known.push({ report, position });
			else named.set(item, [{ report, position }]);
		}
	}
	const responses = new Map<number, INodeExecutionData[]>();
	for (const [item, own] of named) {
		const ordered = own.sort(byRequestAndPosition).map(({ report }) => report);
		responses.set(item, responseItems(item, ordered, rules));
	}
	return responses;
}

/** A report, and the place of its device among the names of an item. */
interface NamedReport {
	readonly report: DeviceReport;
	readonly position: number;
}

/** Requests in the order of the plan, and the devices of one as the item names them. */
function byRequestAndPosition(left: NamedReport, right: NamedReport): number {
	const requests = left.report.result.place - right.report.result.place;
	return requests || left.position - right.position;
}

/**
 * For each request that carried names of the item: the platform's answer as received, and an error item
 * for those of the item's devices that did not end as wished. A yes is left out where Verify contradicts it for
 * all of them, so that none of them passes for done.
 */
function responseItems(
	item: number,
	ofItem: readonly DeviceReport[],
	rules: OutputRules,
): INodeExecutionData[] {
	return groupByResult(ofItem).flatMap((reports): INodeExecutionData[] => {
		const { result } = reports[0];
		const pairedItem = { item };
		const unsuccessful = unsuccessfulOf(reports, rules);
		if (unsuccessful.length === 0) {
			const answer = platformAnswerOf(reports[0], rules.context);
			return [{ json: answer ?? notSent(reports), pairedItem }];
		}
		const error = errorItem(deviceErrorOf(item, unsuccessful, rules));
		const isDoneForSome = result.kind === 'accepted' && unsuccessful.length < reports.length;
		return isDoneForSome ? [{ json: result.answer.json, pairedItem }, error] : [error];
	});
}

/** Reports on devices that did not end as wished. */
export function unsuccessfulOf(
	reports: readonly DeviceReport[],
	{ nothingToCancelIsSuccess }: OutputRules,
): DeviceReport[] {
	return reports.filter((report) => !isSuccess(report, nothingToCancelIsSuccess));
}

/** What goes out in place of an answer where all is well without a request. */
function notSent(reports: readonly DeviceReport[]): IDataObject {
	return {
		outcome: 'nothingToCancel',
		deviceNames: reports.map(({ deviceName }) => deviceName),
		message: 'Not sent: a look-up showed that nothing is left to cancel.',
	};
}

/** One item for each device, by the first item that names it, and paired to every item that does. */
export function deviceItems(
	reports: readonly DeviceReport[],
	rules: OutputRules,
): INodeExecutionData[] {
	const byItem = [...reports].sort((left, right) => left.mentions[0].item - right.mentions[0].item);
	return byItem.map((report) => {
		const facts = deviceFacts(report, rules.context);
		const pairedItem = report.mentions.map(({ item }) => ({ item }));
		return isSuccess(report, rules.nothingToCancelIsSuccess)
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
	itemIndex: number,
	unsuccessful: readonly DeviceReport[],
	{ context }: OutputRules,
): ItemError {
	const { message, description } = explainDevices(unsuccessful, context);
	const refusal = unsuccessful.map(refusalOf).find((fault) => fault !== undefined);
	const deviceNames = unsuccessful.map(({ deviceName }) => deviceName);
	return {
		message,
		description: `${listUnsuccessful(unsuccessful, context)} ${description}`,
		itemIndex,
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

function refusalOf({ result }: DeviceReport): RefusedFault | undefined {
	const fault = callFaultOf(result);
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
