import type { CountingRule, FailureRule, SuccessRule } from './judge';

/** Which jobs are watched. */
export type WatchScope =
	| {
			readonly kind: 'job';
			readonly jobId: string;
			/** The package that the job was picked from; absent where nobody says. */
			readonly ofPackage?: string;
	  }
	| { readonly kind: 'package'; readonly firmwareId: string }
	/** The jobs of every package of the product. */
	| { readonly kind: 'product'; readonly productKey: string };

/** What is waited for. */
export type WatchedEvent =
	| { readonly kind: 'jobGoesWrong'; readonly rule: FailureRule }
	| { readonly kind: 'jobGoesWell'; readonly rule: SuccessRule }
	| { readonly kind: 'taskFailed' }
	| { readonly kind: 'jobFinished' };

/** What a trigger watches. */
export interface Watch {
	readonly scope: WatchScope;
	readonly event: WatchedEvent;
	/** Whether what is found by the first poll counts as news too. */
	readonly tellExisting: boolean;
}

/** What counts as a failure for an event that is judged; undefined for one that is not. */
export function ruleOf(event: WatchedEvent): CountingRule | undefined {
	return 'rule' in event ? event.rule : undefined;
}

/**
 * Tells watches apart that must not share a memory: those of another scope or another event. A changed
 * rule is still the same watch, so that a lower threshold does not repeat what was told; so is a job that is
 * picked from another package.
 */
export function watchKey({ scope, event }: Watch): string {
	return JSON.stringify([event.kind, { ...scope, ofPackage: undefined }]);
}
