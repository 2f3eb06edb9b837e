import { blameOf, isAlike } from './blame';
import { isWaiting } from './found';
import type { LookUp } from './lookUp';
import { doubtAfterRefusal, isFailed, partOf } from './requestResult';
import type { RequestResult, ResultOf } from './requestResult';
import type { Sender } from './sending';

/** What came of a halved request. */
interface Halved {
	/** Each of its names once. */
	readonly results: readonly RequestResult[];
	/** Whether both halves were refused because of a state, although a look-up shows all of them waiting. */
	readonly isStuck: boolean;
}

/** Halves refused requests, and learns which codes speak of devices and which of the request. */
export class Halving {
	/** How often a request was halved. */
	count = 0;
	private readonly aboutRequest = new Set<string>();
	private readonly aboutDevices = new Set<string>();

	constructor(
		private readonly sender: Sender,
		private readonly lookUp: LookUp,
	) {}

	/** Whether a code that does not tell its cause was found to refuse any request. */
	isAboutRequest({ fault }: ResultOf<'failed'>): boolean {
		return fault.kind === 'refused' && this.aboutRequest.has(fault.code.toLowerCase());
	}

	/**
	 * Sends both halves of a refused request of several names. Where its code leaves the cause open and both
	 * come back refused in the same way, the outermost devices of each are sent alone: if all are refused so too
	 * although their tasks still wait, the request is the cause.
	 */
	async halve(whole: ResultOf<'failed'>): Promise<Halved> {
		this.count++;
		const names = whole.request.deviceNames;
		const middle = Math.ceil(names.length / 2);
		const doubt = doubtAfterRefusal(whole);
		const [left, right] = await Promise.all([
			this.sender.send(partOf(whole, names.slice(0, middle), doubt)),
			this.sender.send(partOf(whole, names.slice(middle), doubt)),
		]);
		const blame = blameOf(whole.fault);
		const areAlike = isFailed(left) && isFailed(right) && isAlike(left.fault, right.fault);
		if (!areAlike || !isAlike(left.fault, whole.fault)) {
			if (blame === 'unclear') this.learn(whole, this.aboutDevices);
			return { results: [left, right], isStuck: false };
		}
		if (blame !== 'unclear' || this.knows(whole, this.aboutDevices)) {
			return { results: [left, right], isStuck: blame === 'states' };
		}
		return { results: await this.probe(left, right), isStuck: false };
	}

	/** Sends the outermost devices of each half alone, to learn what the code that they share speaks of. */
	private async probe(
		left: ResultOf<'failed'>,
		right: ResultOf<'failed'>,
	): Promise<RequestResult[]> {
		const parts = (await Promise.all([this.outermost(left), this.outermost(right)])).flat();
		// An attempt without an answer may have cancelled what the next one was then refused for.
		const areAll = parts.every(
			(part) => isFailed(part) && isAlike(part.fault, left.fault) && part.doubt !== 'unanswered',
		);
		const isAboutRequest = areAll && !(await this.haveMoved(parts));
		this.learn(left, isAboutRequest ? this.aboutRequest : this.aboutDevices);
		return parts;
	}

	/** Whether one of the devices sent alone can have been refused because its task does not wait any more. */
	private async haveMoved(parts: readonly RequestResult[]): Promise<boolean> {
		const alone = parts.filter(({ request }) => request.deviceNames.length === 1);
		const [first] = alone;
		if (!first) return false;
		const names = alone.flatMap(({ request }) => request.deviceNames);
		const { found } = await this.lookUp.find(first.request, names, false);
		return names.some((name) => {
			const device = found.get(name);
			return device !== undefined && !isWaiting(device);
		});
	}

	/** The first and the last device of a refused half, each sent alone, and the rest of it. */
	private async outermost(half: ResultOf<'failed'>): Promise<RequestResult[]> {
		const names = half.request.deviceNames;
		// A half of one was alone already, and a rest of one would not be.
		if (names.length === 1) return [half];
		const rest = names.length === 3 ? [] : names.slice(1, -1);
		const alone = await Promise.all(
			names
				.filter((name) => !rest.includes(name))
				.map(async (name) => await this.sender.send(partOf(half, [name]))),
		);
		return rest.length > 0 ? [...alone, { ...half, ...partOf(half, rest) }] : alone;
	}

	private learn({ fault }: ResultOf<'failed'>, codes: Set<string>): void {
		if (fault.kind === 'refused') codes.add(fault.code.toLowerCase());
	}

	private knows({ fault }: ResultOf<'failed'>, codes: ReadonlySet<string>): boolean {
		return fault.kind === 'refused' && codes.has(fault.code.toLowerCase());
	}
}
