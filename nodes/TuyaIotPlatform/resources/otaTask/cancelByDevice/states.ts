import { FINISHED, explain } from '../../../../../platform';
import type { DeviceReport, EndedStatus, ExplanationContext } from '../../../../../platform';

const ENDED_AS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		CANCELED: 'was cancelled before',
		FAILED: 'its update has failed',
		SUCCEEDED: 'has finished the update',
	} satisfies Record<EndedStatus, string>),
);

/**
 * Why nothing is left to cancel for a device, in a few words.
 * @param taskStatus states of its tasks as a look-up found them, separated by commas
 */
export function reasonOfFinished(taskStatus: string): string {
	if (!taskStatus) return 'no unfinished task';
	const states = new Set(taskStatus.split(', '));
	const words = states.size === 1 ? [...states].map((state) => ENDED_AS.get(state)) : [];
	return `${words[0] ?? 'no unfinished task'} (${taskStatus})`;
}

/**
 * What Verify saw of a device whose cancel was accepted and did not show in time, in a few words.
 * @param unseenFor ms
 */
export function reasonOfUnseen(
	{ taskStatus, lookUpFault }: DeviceReport,
	unseenFor: number,
	context: ExplanationContext,
): string {
	const sentence = `accepted, but not seen cancelled within ${unseenFor / 1_000} s`;
	if (lookUpFault) return `${sentence} (${explain(lookUpFault, context).message})`;
	if (!taskStatus) return `${sentence} (no task of it was seen)`;
	const states = taskStatus.split(', ');
	const open = states.filter((state) => !FINISHED.includes(state));
	if (open.length === 1) return `${sentence} (its task is still ${open.join('')})`;
	return open.length > 1
		? `${sentence} (its tasks are still ${open.join(', ')})`
		: `${sentence} (what was seen of its tasks: ${taskStatus})`;
}
