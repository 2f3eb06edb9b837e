import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { carryOut, isFatal } from '../../../../../platform';
import type { CallFault, Client, Fault, ReissueMemory, Survey } from '../../../../../platform';
import { apiError, errorItem, inputError } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { countsSentence, devicesErrorOf, orderErrorOf, withWhatWasDone } from './failure';
import { deviceFacts, deviceItems, numbered } from './output';
import type { Reissued } from './output';

/** Carries out what was surveyed, item after item, and tells of each device. */
export class ReissueRun {
	private readonly done: Reissued[] = [];
	/** How many items have not been begun. */
	private left = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly client: Client,
		private readonly memory: ReissueMemory,
		private readonly most: number,
	) {}

	/**
	 * The output items of all surveys. Throws after the first that did not end as wished, unless the node
	 * continues on fail: nothing after it is sent then, and the error tells all that was done.
	 */
	async carryOutAll(surveys: readonly Survey[]): Promise<INodeExecutionData[]> {
		const { client, memory, most } = this;
		const items: INodeExecutionData[][] = [];
		let end: CallFault | undefined;
		for (const [place, survey] of surveys.entries()) {
			this.left = surveys.length - place - 1;
			if (end) {
				items.push([errorItem(orderErrorOf(end, survey.order, client.explanation))]);
				continue;
			}
			const result = await carryOut(survey, most, memory, client);
			if (result.ok) {
				const reissued = this.reissued(survey, result.value);
				items.push(deviceItems(reissued, client.explanation));
				this.throwUnlessWished(reissued);
				end = fatalIn(reissued);
			} else {
				const { fault } = result;
				const itemError = orderErrorOf(fault, survey.order, client.explanation);
				this.throwUnlessContinuing(itemError, fault);
				items.push([errorItem(itemError)]);
				end = fault.kind !== 'input' && isFatal(fault) ? fault : undefined;
			}
		}
		this.showSummary();
		return items.flat();
	}

	private reissued({ order, ends }: Survey, devices: Reissued['devices']): Reissued {
		const reissued = { order, ends, devices, newJobs: numbered(devices) };
		this.done.push(reissued);
		if (this.client.stopped()) this.logStopped(reissued);
		return reissued;
	}

	private throwUnlessWished(reissued: Reissued): void {
		const itemError = devicesErrorOf(reissued, this.client.explanation);
		if (itemError) this.throwUnlessContinuing(itemError);
	}

	private throwUnlessContinuing(itemError: ItemError, fault?: Fault): void {
		const { context, client, memory, done, left } = this;
		if (context.continueOnFail()) return;
		const told = withWhatWasDone(itemError, { done, left }, memory, client.explanation);
		throw fault?.kind === 'input' ? inputError(context, told) : apiError(context, told);
	}

	private showSummary(): void {
		const devices = this.done.flatMap((reissued) => reissued.devices);
		if (devices.length === 0) return;
		const { requests, seconds } = this.client.counter;
		const message = `${countsSentence(devices)} ${requests} requests, ${seconds} s.`;
		const shown: NodeExecutionHint = { message, type: 'info', location: 'outputPane' };
		this.context.addExecutionHints(shown);
	}

	/** n8n keeps neither output nor error of a node that was stopped, so its log is the only place left to tell. */
	private logStopped(reissued: Reissued): void {
		const { context, client } = this;
		const devices = reissued.devices.map((device) =>
			deviceFacts(device, reissued, client.explanation),
		);
		const sentence = countsSentence(reissued.devices);
		context.logger.warn(`Tuya IoT Platform: stopped. ${sentence}`, { devices });
	}
}

/** A fault that would come back for every other request too. */
function fatalIn({ devices }: Reissued): CallFault | undefined {
	for (const { standing } of devices) {
		if ('fault' in standing && standing.fault && isFatal(standing.fault)) return standing.fault;
	}
	return undefined;
}
