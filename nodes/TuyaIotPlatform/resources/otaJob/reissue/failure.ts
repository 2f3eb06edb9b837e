import { codeToTell, explain, isPutRight } from '../../../../../platform';
import type {
	ExplanationContext,
	Fault,
	ReissueDevice,
	ReissueMemory,
	ReissueOrder,
	Standing,
} from '../../../../../platform';
import { inputItemError } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { deviceFacts } from './output';
import type { Reissued } from './output';
import { tellOf } from './sentences';

/** What to tell of an order that came to nothing. */
export function orderErrorOf(
	fault: Fault,
	{ item, jobId }: ReissueOrder,
	context: ExplanationContext,
): ItemError {
	if (fault.kind === 'input') return inputItemError(fault, item);
	const refusal = fault.kind === 'refused' ? fault : undefined;
	const { message, description } = explain(fault, context);
	return {
		message,
		description: `No job was created for job ${jobId}. ${description}`,
		itemIndex: item,
		...(refusal ? { httpCode: String(refusal.status) } : {}),
		details: {
			code: refusal ? codeToTell(refusal, context.hide) : '',
			requestId: context.hide(refusal?.requestId ?? ''),
			sourceJobId: jobId,
		},
	};
}

/** What to tell of an order some of whose devices did not end as wished; undefined where all did. */
export function devicesErrorOf(
	reissued: Reissued,
	context: ExplanationContext,
): ItemError | undefined {
	const { devices, order } = reissued;
	const failed = devices.filter((device) => !isPutRight(device));
	const [first] = failed;
	if (!first) return undefined;
	const { message, description } = tellOf(first, reissued, context);
	return {
		message,
		description: `${countsSentence(devices)} Not done: ${listed(failed)}. ${description}`,
		itemIndex: order.item,
		details: { sourceJobId: order.jobId },
	};
}

/** Most devices that a sentence lists. */
const MOST_LISTED = 10;

function listed(devices: readonly ReissueDevice[]): string {
	const names = devices.slice(0, MOST_LISTED).map(({ deviceName }) => deviceName);
	const rest = devices.length - names.length;
	return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const STANDS: Readonly<Record<Standing['kind'], string>> = {
	due: 'to be put into a new job',
	waiting: 'still waiting',
	created: 'put into new jobs',
	alreadyInJob: 'in a job already',
	alreadyRuns: 'with the version already',
	runsAnother: 'with another version by now',
	cancelled: 'cancelled before they began',
	unfinished: 'still installing',
	unknown: 'unknown',
	failed: 'not put into a job',
	skipped: 'not sent',
};

/** Counts how the devices of an order stand. */
export function countsSentence(devices: readonly ReissueDevice[]): string {
	const counts = new Map<Standing['kind'], number>();
	for (const { standing } of devices)
		counts.set(standing.kind, (counts.get(standing.kind) ?? 0) + 1);
	const parts = [...counts].map(([kind, number]) => `${number} ${STANDS[kind]}`);
	return `${devices.length === 1 ? '1 device' : `${devices.length} devices`}: ${parts.join(', ')}.`;
}

/**
 * The same error, for one that ends the workflow: it has to tell all that was done, for no output will.
 * @param left how many items after it were not begun
 */
export function withWhatWasDone(
	itemError: ItemError,
	{ done, left }: { readonly done: readonly Reissued[]; readonly left: number },
	memory: ReissueMemory,
	context: ExplanationContext,
): ItemError {
	const createdJobs = [...memory.ownJobs];
	const devices = done.flatMap((reissued) =>
		reissued.devices.map((device) => deviceFacts(device, reissued, context)),
	);
	const sentence =
		createdJobs.length === 0 ? 'No job was created.' : `Jobs created: ${createdJobs.join(', ')}.`;
	const notBegun =
		left === 0 ? '' : ` ${left === 1 ? '1 item' : `${left} items`} after it: not begun.`;
	return {
		...itemError,
		description: `${itemError.description} ${sentence}${notBegun}`,
		details: { ...itemError.details, createdJobs, devices },
	};
}
