import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { explain, previewRequest } from '../../../../../platform';
import type {
	CallFault,
	DevicePreview,
	ExplanationContext,
	LookUp,
	Outcome,
	PlannedDevice,
	PlannedRequest,
} from '../../../../../platform';
import { apiError, errorItem } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { idleItem } from './idle';
import { requestFacts } from './output';
import type { PreparedCancel } from './prepareCancel';

const WOULD: Readonly<Record<Outcome, string>> = {
	accepted: 'A cancel would be accepted',
	cancelled: 'A cancel would stop its tasks',
	notCancellable: 'It is installing the update right now, so a cancel would not stop it',
	nothingToCancel: 'It has no unfinished task, so a cancel would change nothing',
	notFound: 'The platform does not know it, so a cancel would be refused',
	failed: 'The platform did not tell about it',
	unknown: 'The platform did not tell about it',
	skipped: 'The platform did not tell about it',
};

/** Looks up what a cancel would meet: one item for each device. Sends no cancel. */
export async function preview(
	context: IExecuteFunctions,
	prepared: PreparedCancel,
	lookUp: LookUp,
	explanation: ExplanationContext,
): Promise<INodeExecutionData[]> {
	const output = [...prepared.itemErrors.map(errorItem), ...prepared.idle.map(idleItem)];
	for (const request of prepared.plan.requests) {
		const devices = await previewRequest(request, lookUp);
		if (devices.ok) {
			for (const device of devices.value) output.push(previewItem(request, device));
			continue;
		}
		for (const item of new Set(request.devices.flatMap(itemsOf))) {
			const itemError = lookUpError(request, item, devices.fault, explanation);
			if (!context.continueOnFail()) throw apiError(context, itemError);
			output.push(errorItem(itemError));
		}
	}
	return output;
}

function previewItem(
	{ productKey, firmwareId, jobId }: PlannedRequest,
	{ deviceName, wouldBe, tasks, mentions }: DevicePreview,
): INodeExecutionData {
	return {
		json: {
			deviceName,
			outcome: 'skipped',
			wouldBe,
			productKey,
			firmwareId,
			jobId,
			message: `Preview: nothing was cancelled. ${WOULD[wouldBe]}.`,
			tasks: tasks.map(({ taskId, jobId: ofJob, taskStatus, modified }) => {
				return { taskId, jobId: ofJob, taskStatus, modified };
			}),
		},
		pairedItem: mentions.map(({ item }) => ({ item })),
	};
}

function itemsOf({ mentions }: PlannedDevice): number[] {
	return mentions.map(({ item }) => item);
}

function lookUpError(
	request: PlannedRequest,
	itemIndex: number,
	fault: CallFault,
	explanation: ExplanationContext,
): ItemError {
	const { message, description } = explain(fault, explanation);
	const refusal = fault.kind === 'refused' ? fault : undefined;
	return {
		message,
		description: `The preview could not look up the tasks; nothing was cancelled. ${description}`,
		itemIndex,
		...(refusal ? { httpCode: String(refusal.status) } : {}),
		details: requestFacts(request, refusal, explanation),
	};
}
