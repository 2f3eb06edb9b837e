/** What one execution took in the real server. */
export interface RunFigures {
	readonly items: number;
	readonly requests: number;
	readonly seconds: number;
	/** Of the n8n process, over all. */
	readonly peakMemoryMb: number;
	/** By how much the run raised it. */
	readonly addedMemoryMb: number;
	/** The execution as it is stored. */
	readonly storedMb: number;
	/** How long n8n took at most for any other answer meanwhile, s. */
	readonly slowestAnswer: number;
}

/** Ways to cancel in the same server, side by side. */
export interface LoadFigures {
	/** The version of n8n. */
	readonly n8n: string;
	readonly latencyMs: number;
	readonly cancelByDevice: RunFigures;
	/** The same items, but with expressions that n8n has to evaluate. */
	readonly evaluated: RunFigures;
	readonly httpRequest: RunFigures & { readonly scaled: ScaledFigures };
}

/** What fewer items took, for as many as the other way had. Memory does not grow with the items alone. */
export interface ScaledFigures {
	readonly items: number;
	readonly requests: number;
	readonly seconds: number;
	readonly storedMb: number;
}

/** Scales a run up to so many items. */
export function scaledTo(items: number, run: RunFigures): ScaledFigures {
	const times = (figure: number) => rounded((figure * items) / run.items);
	return {
		items,
		requests: times(run.requests),
		seconds: times(run.seconds),
		storedMb: times(run.storedMb),
	};
}

/** Hundredths are more than these measurements can tell. */
export function rounded(figure: number): number {
	return Math.round(figure * 100) / 100;
}
