import type { ActionName } from '../catalog';
import type { ActionParameters } from '../catalog/actionParameters';
import type { CallOutcome, Sent } from '../client/callAction';
import { openClient } from '../client/client';
import type { CallRules } from '../client/client';
import { readEnvelope } from '../client/envelope';
import type { RawAnswer } from '../client/envelope';
import type { ClientPorts, Outgoing } from '../client/ports';
import type { Connection } from '../signing/connection';
import type { Way } from './ways';

/** What a check of an instance needs. */
export interface CheckupSetup {
	readonly connection: Connection;
	/** The way out for a connection, which differs from the one above in its method and dialect alone. */
	readonly portsFor: (connection: Connection) => ClientPorts;
	readonly rules: Pick<CallRules, 'timeout' | 'requestsPerSecond'>;
	/** Whether to find out how many reads a second are taken: up to 60 more requests. */
	readonly measureRate: boolean;
	/** Ms since 1970. */
	readonly now: () => number;
}

/** A read that was asked, and what came of it. */
export interface Asked {
	readonly action: ActionName;
	readonly parameters: ActionParameters;
	readonly way: Way;
	readonly outcome: CallOutcome;
	/** The last answer as it came; undefined where none did. */
	readonly raw: RawAnswer | undefined;
	/** When its request left and its answer was there, by this computer's clock, ms. */
	readonly sentAt: number;
	readonly answeredAt: number;
}

/** Most requests that a check sends, however it goes; what its measure of the rate sends comes on top. */
export const MOST_REQUESTS = 20;

/** Ms that one read waits in all for a platform that throttles. */
const PATIENCE = 15_000;

/** One attempt on the wire. */
interface Attempt {
	readonly sent: Sent;
	readonly sentAt: number;
	readonly answeredAt: number;
}

/** Asks reads one after the other, looks at each answer as it comes, and keeps to the number of requests. */
export class Asker {
	requests = 0;
	readonly asked: Asked[] = [];

	constructor(readonly setup: CheckupSetup) {}

	/** Whether nothing more is to be asked: the requests are spent, or the user has stopped. */
	get isOver(): boolean {
		const { portsFor, connection } = this.setup;
		return this.requests >= MOST_REQUESTS || portsFor(connection).stopped?.aborted === true;
	}

	/** Asks once; a refused time or nonce and throttling alone are met by further attempts. */
	async ask(action: ActionName, parameters: ActionParameters, way: Way): Promise<Asked> {
		const connection = { ...this.setup.connection, ...way };
		const ports = this.setup.portsFor(connection);
		const rules = { ...this.setup.rules, maxAttempts: 1, patience: PATIENCE };
		const attempts: Attempt[] = [];
		const send = async (outgoing: Outgoing) => await this.watch(attempts, ports, outgoing);
		const client = openClient({ ...ports, connection, rules, send });
		const outcome = await client.call({ action, parameters });
		const last = attempts.at(-1);
		const raw = last?.sent.kind === 'answered' ? last.sent : undefined;
		const asked: Asked = {
			...{ action, parameters, way, raw },
			outcome: endedBy(raw, outcome),
			sentAt: last?.sentAt ?? 0,
			answeredAt: last?.answeredAt ?? 0,
		};
		this.asked.push(asked);
		return asked;
	}

	private async watch(attempts: Attempt[], ports: ClientPorts, outgoing: Outgoing): Promise<Sent> {
		if (this.isOver) return { kind: 'stopped' };
		this.requests++;
		const sentAt = this.setup.now();
		const sent = await ports.send(outgoing);
		attempts.push({ sent, sentAt, answeredAt: this.setup.now() });
		return sent;
	}
}

/** What a read ended with: its last answer, where another attempt would have been one request too many. */
function endedBy(raw: RawAnswer | undefined, outcome: CallOutcome): CallOutcome {
	if (!raw || outcome.ok || outcome.fault.kind !== 'stopped') return outcome;
	const judged = readEnvelope(raw);
	return judged.ok ? outcome : { ...outcome, fault: judged.fault };
}
