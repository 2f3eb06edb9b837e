import fc from 'fast-check';
import type { Sent } from '../../../platform/client/callAction';
import type { NetworkReason } from '../../../platform/errors/faults';
import { refusal } from './modelPlatform';

/** What happens to one attempt instead of its answer. */
export interface Mishap {
	readonly name: string;
	/** Whether the platform carries the request out all the same. */
	readonly carriedOut: boolean;
	/** What comes back. */
	readonly sent: Sent;
}

const PAGE = '<!doctype html><html><body>Sign in</body></html>';

function answered(status: number, body: string, headers: Record<string, string> = {}): Sent {
	return { kind: 'answered', status, body, headers };
}

const network = (reason: NetworkReason): Sent => ({ kind: 'network', reason, cause: '' });

const either = (name: string, sent: Sent): Mishap[] => [
	{ name: `${name} before`, carriedOut: false, sent },
	{ name: `${name} after`, carriedOut: true, sent },
];

const before = (name: string, sent: Sent): Mishap => ({ name, carriedOut: false, sent });

/** Mishaps after which a later attempt can pass. */
const PASSING: readonly Mishap[] = [
	before('throttled', answered(400, refusal('Throttling.User'))),
	before('429', answered(429, PAGE, { 'retry-after': '3' })),
	before('refused connection', network('refusedConnection')),
	before('page of a proxy', answered(200, PAGE)),
	...either('503', answered(503, '')),
	...either('system fault', answered(200, refusal('iot.system.SystemException'))),
	...either('cut', answered(200, '{"code":"","requ')),
	...either('reset', network('reset')),
	...either('timeout', network('timeout')),
	...either('XML', answered(200, '<?xml version="1.0"?><Response/>')),
];

/** Mishaps that end a call, or more. */
const FINAL: readonly Mishap[] = [
	before('certificate', network('certificate')),
	before('wrong secret', answered(400, refusal('SignatureDoesNotMatch'))),
	before('no permission', answered(403, refusal('Forbidden.RAM'))),
	before('redirect', answered(302, PAGE)),
];

/** Mishaps that a single further attempt mends. */
const ONCE: readonly Mishap[] = [
	before('nonce used', answered(400, refusal('SignatureNonceUsed'))),
	before('clock', answered(400, refusal('InvalidTimeStamp.Expired'))),
];

/** Before and after the platform carried the request out. */
export const BEFORE = { unreached: before('refused connection', network('refusedConnection')) };
export const AFTER = {
	cut: { name: 'cut after', carriedOut: true, sent: answered(200, '{"code":"","requ') },
} satisfies Record<string, Mishap>;

/** What befalls the attempts of one call, in their order; attempts after the last pass. */
export type Mishaps = readonly Mishap[];

const oneOf = (mishaps: readonly Mishap[]) => fc.constantFrom(...mishaps);

/** Anything that can befall a call. */
export const anyMishaps: fc.Arbitrary<Mishaps> = fc.array(
	fc.oneof(
		{ weight: 20, arbitrary: oneOf(PASSING) },
		{ weight: 2, arbitrary: oneOf(ONCE) },
		{ weight: 1, arbitrary: oneOf(FINAL) },
	),
	{ maxLength: 6 },
);

/** So few mishaps that an attempt passes within `maxAttempts`. */
export const passingMishaps = (maxAttempts: number): fc.Arbitrary<Mishaps> =>
	fc.array(oneOf(PASSING), { maxLength: maxAttempts - 1 });
