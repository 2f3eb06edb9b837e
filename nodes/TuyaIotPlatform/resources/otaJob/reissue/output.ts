import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { codeToTell, isPutRight } from '../../../../../platform';
import type { ExplanationContext, ReissueDevice, Standing } from '../../../../../platform';
import { tellOf } from './sentences';
import type { About } from './sentences';

/** What came of an order, or would. */
export interface Reissued extends About {
	readonly devices: readonly ReissueDevice[];
	/** By device, the number of its new job among those of the order, from 1. */
	readonly newJobs: ReadonlyMap<string, number>;
}

/** How a device stands, in the word that an item has for it. */
export type ReissueOutcome = Exclude<Standing['kind'], 'due'>;

/** One item for each device, paired to the input item of the order; what did not end as wished is an error item. */
export function deviceItems(reissued: Reissued, context: ExplanationContext): INodeExecutionData[] {
	const pairedItem = { item: reissued.order.item };
	if (reissued.devices.length === 0) return [nothingItem(reissued)];
	return reissued.devices.map((device) => {
		const facts = deviceFacts(device, reissued, context);
		if (isPutRight(device)) return { json: facts, pairedItem };
		const { message, description } = tellOf(device, reissued, context);
		return { json: { error: message, message: description, details: facts }, pairedItem };
	});
}

/** One item for each device with what would be done; nothing was sent. */
export function previewItems(
	reissued: Reissued,
	context: ExplanationContext,
): INodeExecutionData[] {
	if (reissued.devices.length === 0) return [nothingItem(reissued)];
	return reissued.devices.map((device) => {
		const { message, ...facts } = deviceFacts(device, reissued, context);
		return {
			json: {
				...facts,
				outcome: 'skipped',
				wouldBe: wouldBe(device.standing),
				message: `Preview: nothing was sent. ${String(message)}`,
			},
			pairedItem: { item: reissued.order.item },
		};
	});
}

function wouldBe({ kind }: Standing): ReissueOutcome {
	if (kind === 'due') return 'created';
	return kind === 'waiting' ? 'cancelled' : kind;
}

/** What is known of one device, for an output item or an error's details. */
export function deviceFacts(
	device: ReissueDevice,
	reissued: Reissued,
	context: ExplanationContext,
): IDataObject {
	const { deviceName, standing, task } = device;
	const { source, target } = reissued.ends;
	const fault = 'fault' in standing ? standing.fault : undefined;
	const refusal = fault?.kind === 'refused' ? fault : undefined;
	const { message, description } = tellOf(device, reissued, context);
	return {
		deviceName,
		outcome: standing.kind,
		sourceJobId: source.jobId,
		jobId: 'jobId' in standing ? standing.jobId : '',
		newJob: reissued.newJobs.get(deviceName) ?? 0,
		productKey: source.productKey,
		firmwareId: target.firmwareId,
		taskStatus: task.taskStatus,
		code: refusal ? codeToTell(refusal, context.hide) : '',
		requestId: context.hide(refusal?.requestId ?? ''),
		message: [`${message}.`, description].filter(Boolean).join(' '),
	};
}

/** What goes out for an order that is about no device. */
function nothingItem({ order, ends }: Reissued): INodeExecutionData {
	return {
		json: {
			outcome: 'nothingToDo',
			sourceJobId: order.jobId,
			firmwareId: ends.target.firmwareId,
			message: 'The job has no device that is meant, so nothing was sent.',
		},
		pairedItem: { item: order.item },
	};
}

/** Numbers the new jobs that devices were put into, in the order of the devices. */
export function numbered(devices: readonly ReissueDevice[]): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>();
	const newJobs = new Map<string, number>();
	for (const { deviceName, standing } of devices) {
		if (standing.kind !== 'created') continue;
		const number = numbers.get(standing.jobId) ?? numbers.size + 1;
		numbers.set(standing.jobId, number);
		newJobs.set(deviceName, number);
	}
	return newJobs;
}
