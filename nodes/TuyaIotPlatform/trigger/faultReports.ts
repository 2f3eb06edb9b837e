import type { IPollFunctions } from 'n8n-workflow';

/** Activations that n8n makes by itself: it tries them again, but after ever longer waits. */
const BY_ITSELF = ['init', 'leadershipChange'];
/** Activations by a user, who is to see at once what does not work. */
const BY_USER = ['activate', 'create'];

/**
 * Decides which polls may throw. n8n makes an execution and starts the error workflow for every poll that
 * throws, so a platform that is down for an hour would be told of sixty times. What was reported is
 * remembered here, by the process, until a poll goes through: static data does not serve for it, since n8n
 * either drops what a throwing poll has written there or does not save it.
 */
export class FaultReports {
	/** What was reported since the last poll that went through, by node. */
	private readonly reported = new Map<string, Set<string>>();
	private readonly contexts = new WeakSet<IPollFunctions>();

	/** Takes note of a poll that went through. */
	wentThrough(node: string, context: IPollFunctions): void {
		this.contexts.add(context);
		this.reported.set(node, new Set());
	}

	/** Takes note of a poll that had events beside a fault, which it logs. */
	hadEvents(context: IPollFunctions): void {
		this.contexts.add(context);
	}

	/**
	 * Whether a poll that met a fault is to throw it. Each fault is due once until a poll goes through.
	 * @param isGap the poll saw what there was to see: it must not keep a workflow from being activated, so
	 * the poll after reports it
	 */
	isDue(node: string, context: IPollFunctions, fault: string, isGap: boolean): boolean {
		const activation = context.getActivationMode();
		const isFirstOfContext = !this.contexts.has(context);
		this.contexts.add(context);
		const known = this.reported.get(node);
		const reported = known ?? new Set();
		this.reported.set(node, reported);
		if (isFirstOfContext && BY_USER.includes(activation)) {
			if (isGap) return false;
			reported.add(fault);
			return true;
		}
		// After a restart of n8n a poll that throws would put off all polling: the next one reports.
		if (!known && BY_ITSELF.includes(activation)) return false;
		if (reported.has(fault)) return false;
		reported.add(fault);
		return true;
	}
}
