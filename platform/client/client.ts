import { explain } from '../errors/explain';
import type { ExplanationContext } from '../errors/explain';
import type { ActionParameters } from '../catalog/actionParameters';
import { compareSigned } from '../signing/comparison';
import type { Connection } from '../signing/connection';
import { newStamp, signRequest } from '../signing/request';
import { hiderFor } from '../signing/secrecy';
import { attempt } from './attempt';
import { callAction } from './callAction';
import type { ActionCall, CallAction, ClientTools, Sent } from './callAction';
import { CallCounter } from './callCounter';
import { platformClocks } from './clock';
import { platformLanes } from './pacing';
import type { Waiting } from './pacing';
import { pause } from './pause';
import type { ClientPorts, Outgoing, WireRequest } from './ports';
import { rateOf } from './rate';

/** How calls are made. */
export interface CallRules {
	/** For each call, from 1. */
	readonly maxAttempts: number;
	/** For each attempt, to the last byte of its answer, ms. */
	readonly timeout: number;
	/** Of one action; fewer where the platform allows fewer. Absent = each leaves at once, whoever else waits. */
	readonly requestsPerSecond?: number;
	/** Ms that a call may wait in all because of throttling; five minutes unless given. */
	readonly patience?: number;
}

/** Where nobody asks for others: patient enough for a platform that stumbles, slow enough for any instance. */
export const USUAL_RULES = {
	maxAttempts: 4,
	timeout: 30_000,
	requestsPerSecond: 10,
} as const satisfies CallRules;

/** What a client is made of. */
export interface ClientSetup extends ClientPorts {
	readonly connection: Connection;
	readonly rules: CallRules;
}

/** An open line to an instance: calls go out, and what comes of them can be told. */
export interface Client extends Waiting {
	readonly connection: Connection;
	readonly call: CallAction;
	/** The same, ended after so many ms from now, whatever a call waits for: its turn, a pause or its answer. */
	readonly callWithin: (ms: number) => CallAction;
	/** Sends a form to somebody else, unsigned and once. Never throws. Timeout in ms. */
	readonly sendForm: (url: string, form: FormData, timeout: number) => Promise<Sent>;
	/**
	 * Ms since 1970, to compare with times of the instance. By this computer's clock: what a refused time stamp
	 * teaches serves the signature only, since one server's `Date` header may be wrong.
	 */
	readonly platformNow: () => number;
	/** What was sent so far. */
	readonly counter: CallCounter;
	/** For `explain`: names the instance, and hides the key. */
	readonly explanation: ExplanationContext;
}

/** What all clients of a process share; tests bring their own. */
const SHARED = {
	lanes: platformLanes,
	clocks: platformClocks,
	random: Math.random,
	now: Date.now,
};

type Shared = typeof SHARED;

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Opens a line to an instance. Sends nothing yet. */
export function openClient(setup: ClientSetup, shared: Partial<Shared> = {}): Client {
	const { connection, rules, stopped } = setup;
	const parts = { ...SHARED, ...shared };
	const counter = new CallCounter(parts.now);
	const callWith = (tools: ClientTools) =>
		counter.over(async (call) => await callAction(call, rules.maxAttempts, tools));
	const waiting = waitingUntil(stopped, setup.sleep, parts.now);
	return {
		...waiting,
		connection,
		call: callWith(toolsFor(setup, stopped, waiting, parts)),
		callWithin: (ms) => {
			const over = AbortSignal.any([AbortSignal.timeout(ms), ...(stopped ? [stopped] : [])]);
			const within = waitingUntil(over, setup.sleep, parts.now);
			return callWith(toolsFor(setup, over, within, parts));
		},
		sendForm: async (url, form, timeout) => {
			const request = (): WireRequest => ({ method: 'POST', url, headers: {}, body: form });
			return await leave({ request, timeout, origin: new URL(url).origin }, setup.send, stopped);
		},
		platformNow: parts.now,
		counter,
		explanation: { host: connection.endpoint.host, hide: hiderFor(connection) },
	};
}

function waitingUntil(
	stopped: AbortSignal | undefined,
	sleep: ClientPorts['sleep'],
	now: () => number,
): Waiting {
	return {
		now,
		stopped: () => stopped?.aborted ?? false,
		sleep: async (ms) => await pause(ms, stopped, sleep),
	};
}

/** What the calls need that end with a signal. */
function toolsFor(
	{ connection, rules, send, log }: ClientSetup,
	stopped: AbortSignal | undefined,
	waiting: Waiting,
	{ lanes, clocks, random }: Shared,
): ClientTools {
	const { origin, host } = connection.endpoint;
	const { timeout, patience, requestsPerSecond } = rules;
	const lane = (action: string) => lanes.of(origin, connection.accessKeyId, action);
	return {
		...waiting,
		patience,
		random,
		send: async (call) => {
			const request = () => signed(call, connection, clocks.now(origin));
			return await leave({ call, request, timeout, origin }, send, stopped);
		},
		turn: async (action) =>
			requestsPerSecond === undefined
				? undefined
				: await lane(action).turn(rateOf(action, requestsPerSecond), waiting),
		pace: (action, throttledFor, turn) => {
			if (requestsPerSecond === undefined) return;
			if (throttledFor === undefined) lane(action).answered(waiting.now(), turn);
			else lane(action).throttled(throttledFor, waiting.now(), turn);
		},
		compareSigned: (call, message) => compareSigned(message, ownOf(call), connection),
		learnTime: (dateHeader, signedAt) => clocks.learn(origin, dateHeader, signedAt),
		onRetry: ({ action, attempt: made, pause: ms, fault }) => {
			if (!log) return;
			const { message } = explain(fault, { host, hide: () => '' });
			const next = ms > 0 ? `in ${ms} ms` : 'when its turn comes';
			log(`${action}, attempt ${made}: ${message}. Next attempt ${next}.`);
		},
	};
}

function signed(call: ActionCall, connection: Connection, now: number): WireRequest {
	const request = signRequest(connection.method, ownOf(call), connection, newStamp(now));
	return { ...request, headers: request.body === undefined ? {} : FORM };
}

/** The parameters of a call that are not common to all. */
function ownOf({ action, parameters }: ActionCall): ActionParameters {
	return { Action: action, ...parameters };
}

/** Every request of a client leaves here. */
async function leave(
	outgoing: Omit<Outgoing, 'ending'>,
	send: ClientPorts['send'],
	stop: AbortSignal | undefined,
): Promise<Sent> {
	const { timeout, origin } = outgoing;
	return await attempt(
		{ timeout, stop, origin },
		async (ending) => await send({ ...outgoing, ending }),
	);
}
