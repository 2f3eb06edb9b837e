import type { Answer } from '../client/envelope';
import type { CallFault } from '../errors/faults';
import type { FoundDevices } from './found';
import type { CancelRequest } from './plan';

/**
 * Why a refusal may speak of a thing that this run has done itself: `unanswered`, because an attempt got no
 * readable answer; `refused`, because the devices were in a request with others that was refused, and a platform
 * may cancel a part of a request that it refuses (no page says that it does not).
 */
export type Doubt = 'none' | 'refused' | 'unanswered';

/** A request, or a part of one, that is still to be served. */
export interface Part {
	readonly request: CancelRequest;
	/** Place of the planned request that this one is, or is a part of. */
	readonly place: number;
	readonly doubt: Doubt;
}

/** What came of a request, or of a part of one, as it was finally sent. */
export type RequestResult = Part & {
	/** What a look-up after the last answer found of its devices, where there was one. */
	readonly found?: FoundDevices;
	/** Why a look-up that was wanted could not be made. */
	readonly lookUpFault?: CallFault;
} & (
		| { readonly kind: 'accepted'; readonly answer: Answer }
		| { readonly kind: 'failed'; readonly fault: CallFault }
		/** Not sent, or not sent again after a refusal: the run ended in this fault before. */
		| { readonly kind: 'skipped'; readonly fault: CallFault }
		/** Not sent, since a look-up before it showed that a cancel can do nothing for these devices. */
		| { readonly kind: 'spared'; readonly found: FoundDevices }
	);

/** A result of one kind. */
export type ResultOf<Kind extends RequestResult['kind']> = Extract<RequestResult, { kind: Kind }>;

/** The same part with other names. */
export function partOf(whole: Part, deviceNames: readonly string[], doubt = whole.doubt): Part {
	return { request: { ...whole.request, deviceNames }, place: whole.place, doubt };
}

/** The doubt of devices whose request was refused: alone, a device has nobody to be cancelled beside. */
export function doubtAfterRefusal({ doubt, request }: Part): Doubt {
	return doubt === 'none' && request.deviceNames.length > 1 ? 'refused' : doubt;
}

/** Whether a request was sent and did not pass. */
export function isFailed(result: RequestResult): result is ResultOf<'failed'> {
	return result.kind === 'failed';
}
