import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { inParallel } from '../parallel';
import type { Waiting } from '../client/pacing';
import { blameOf } from './blame';
import { ChanceOfRefusal } from './chance';
import { isBeyondCancel } from './found';
import type { FoundDevices } from './found';
import { Halving } from './halving';
import { LookUp } from './lookUp';
import { lookAtRefused } from './refused';
import type { Refused } from './refused';
import { doubtAfterRefusal, isFailed, partOf } from './requestResult';
import type { Part, RequestResult } from './requestResult';
import { CANCELS_AT_ONCE, Sender } from './sending';

/** What came of all requests. */
interface CancellationRun {
	/** What became of the parts of each planned request: each of its names once. */
	readonly results: readonly RequestResult[];
	/** How often a request was halved because no look-up explained its refusal. */
	readonly halvings: number;
}

/** What a run needs of the world around it. */
export interface RunTools extends Waiting {
	readonly call: CallAction;
	/** The same calls, ended after so many ms from now, whatever they wait for; absent = each ends by itself. */
	readonly callWithin?: (ms: number) => CallAction;
}

/** With more reads than this for one request, sending it is the cheaper way to learn whether it is refused. */
const MOST_READS_BEFORE = 4;

/** How long lists may lag behind before a refusal that they contradict is taken for something else. Ms. */
const PAUSES: readonly number[] = [1_000, 2_000, 4_000, 8_000];

/**
 * Sends every planned request, or what is left of it, once, up to five at once, and then serves those that were
 * refused because of single devices: their tasks are looked up, and those that can be cancelled are sent again
 * together. Once a request was refused so, later ones look first where that pays. What no look-up explains is halved, down to
 * single devices. One request that fails does not keep the others from being sent, unless the key or signature
 * is refused or the user stops the workflow: then nothing further starts. No limit on work gives up a device.
 *
 * A planned request of n names takes 2n - 1 cancels at the most, and six more for each code that does not tell
 * whether the request or a device is the cause: a refused part loses at least one name to a look-up, or falls in
 * two. Each refused part is looked up once, or once more after each of four pauses. Never throws.
 */
export async function runCancellation(
	parts: readonly Part[],
	tools: RunTools,
): Promise<CancellationRun> {
	const run = new CancelRun(tools);
	await inParallel(parts, CANCELS_AT_ONCE, async (part) => await run.begin(part));
	await run.serveRefused();
	return { results: run.settled, halvings: run.halvings };
}

/** One run and what it has learned so far. */
class CancelRun {
	readonly settled: RequestResult[] = [];
	private refused: Refused[] = [];
	private readonly chance = new ChanceOfRefusal();
	private readonly sender: Sender;
	private readonly lookUp: LookUp;
	private readonly halving: Halving;

	constructor(private readonly tools: RunTools) {
		this.sender = new Sender(tools.call);
		this.lookUp = new LookUp(tools.call, tools.stopped);
		this.halving = new Halving(this.sender, this.lookUp);
	}

	get halvings(): number {
		return this.halving.count;
	}

	/** Sends a planned request, without the devices that a look-up before it shows to be beyond a cancel. */
	async begin(whole: Part): Promise<void> {
		const rest = (await this.looksFirst(whole)) ? await this.spare(whole) : whole;
		if (rest) this.take(await this.sender.send(rest));
	}

	/** Serves the refused requests, round by round, until none is left. */
	async serveRefused(): Promise<void> {
		const pauses = [...PAUSES];
		while (this.refused.length > 0) {
			const end = this.sender.end ?? (this.tools.stopped() ? STOPPED : undefined);
			if (end) return this.giveUp(end);
			let due = this.refused.filter(({ isStuck }) => !isStuck);
			if (due.length === 0) {
				const pause = pauses.shift();
				if (pause !== undefined) await this.tools.sleep(pause);
				due = this.refused;
			}
			this.refused = this.refused.filter((refused) => !due.includes(refused));
			const isPatient = pauses.length > 0;
			const looked = await lookAtRefused(due, this.lookUp);
			await inParallel(
				looked,
				CANCELS_AT_ONCE,
				async (refused) => await this.goOn(refused, isPatient),
			);
		}
	}

	private async looksFirst({ request }: Part): Promise<boolean> {
		const devices = request.deviceNames.length;
		if (!this.chance.isLikely(devices) || this.sender.end) return false;
		return (await this.lookUp.reads(request, devices)) <= Math.min(MOST_READS_BEFORE, devices - 1);
	}

	private async spare(whole: Part): Promise<Part | undefined> {
		const { found } = await this.lookUp.find(whole.request, whole.request.deviceNames, false);
		const { beyond, rest } = divide(whole, found);
		this.chance.learn(found.size, beyond.length);
		if (beyond.length > 0) this.settled.push({ ...partOf(whole, beyond), kind: 'spared', found });
		return rest.length > 0 ? partOf(whole, rest) : undefined;
	}

	/** Takes up what came of a request: it is settled, or refused for a reason that may lie in its devices. */
	private take(result: RequestResult, known: Partial<Refused> = {}): void {
		const devices = result.request.deviceNames.length;
		if (result.kind === 'accepted') this.chance.learn(devices, 0);
		if (!isFailed(result) || blameOf(result.fault) === 'request') {
			this.settled.push(result);
			return;
		}
		if (!known.wasLooked) this.chance.learn(devices, 1);
		this.refused.push({ isStuck: false, wasLooked: false, ...known, result });
	}

	/** Goes on with a refused request after its look-up. */
	private async goOn(refused: Refused, isPatient: boolean): Promise<void> {
		const { result, found = NOTHING } = refused;
		const { beyond, rest } = divide(result, found);
		const doubt = doubtAfterRefusal(result);
		if (beyond.length > 0) {
			if (!refused.wasLooked) this.chance.learn(0, beyond.length - 1);
			this.settled.push({ ...result, ...partOf(result, beyond, doubt), found });
			if (rest.length === 0) return;
			this.take(await this.sender.send(partOf(result, rest, doubt)), { wasLooked: true });
		} else if (rest.length === 1 || this.halving.isAboutRequest(result)) {
			const { lookUpFault } = refused;
			this.settled.push({ ...result, found, ...(lookUpFault ? { lookUpFault } : {}) });
		} else if (refused.isStuck && isPatient) {
			this.refused.push(refused);
		} else {
			const { results, isStuck } = await this.halving.halve(result);
			for (const part of results)
				this.take(part, { isStuck: isStuck && isPatient, wasLooked: true });
		}
	}

	/** Ends with refused requests unserved: a device of them was not tried by itself. */
	private giveUp(fault: CallFault): void {
		for (const { result } of this.refused) {
			const isAlone = result.request.deviceNames.length === 1;
			this.settled.push(
				isAlone
					? result
					: { ...partOf(result, result.request.deviceNames), kind: 'skipped', fault },
			);
		}
		this.refused = [];
	}
}

const STOPPED: CallFault = { kind: 'stopped' };
const NOTHING: FoundDevices = new Map();

/** Tells the devices that a cancel can do nothing for from the rest. */
function divide(
	{ request }: Part,
	found: FoundDevices,
): { readonly beyond: readonly string[]; readonly rest: readonly string[] } {
	const beyond = request.deviceNames.filter((name) => isBeyondCancel(found.get(name)));
	const rest = request.deviceNames.filter((name) => !isBeyondCancel(found.get(name)));
	return { beyond, rest };
}
