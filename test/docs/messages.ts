import { unusableExpression } from '../../nodes/TuyaIotPlatform/shared/parameters';
import { readDeviceNames } from '../../platform/cancellation/deviceNames';
import { parseEndpoint } from '../../platform/signing/endpoint';
import { CODES } from '../../platform/errors/codes';
import { explain } from '../../platform/errors/explain';
import type {
	Fault,
	NetworkReason,
	SignedText,
	UnreadableBody,
} from '../../platform/errors/faults';
import { badInput } from '../../platform/errors/faults';
import type { Result } from '../../platform/result';
import { readId } from '../../platform/input/text';
import { gaveNothing } from '../../platform/input/origin';
import { refusedFault } from '../support/refusedFault';

const REASONS = {
	unknownHost: true,
	refusedConnection: true,
	unreachable: true,
	timeout: true,
	reset: true,
	certificate: true,
	notHttps: true,
	blocked: true,
	proxy: true,
	other: true,
} satisfies Record<NetworkReason, true>;

const BODIES = {
	html: true,
	xml: true,
	empty: true,
	cut: true,
	redirect: true,
	noVerdict: true,
	openApi: true,
	proxy: true,
	tooLarge: true,
	tooDeep: true,
	noList: true,
	other: true,
} satisfies Record<UnreadableBody, true>;

/** Messages of the package, with `…` where a host or a number stands. */
export function knownMessages(): ReadonlySet<string> {
	const network = keysOf(REASONS).map((reason) => told({ kind: 'network', reason, cause: '' }));
	const unreadable = keysOf(BODIES).map((found) =>
		told({ kind: 'unreadable', found, status: 200 }),
	);
	const refused = Object.keys(CODES).map((code) => told(refusedFault(code)));
	const signed: readonly SignedText[] = [
		{ kind: 'same' },
		{ kind: 'otherParameters', changed: ['…'], missing: [], added: 0 },
	];
	const bad = [
		parseEndpoint('http://platform.example'),
		readDeviceNames(''),
		readId('OTA Job', 2 ** 60),
	].map(faultOf);
	const uncounted: Fault = { kind: 'incomplete', read: 100, total: Infinity, uncounted: true };
	const expression = unusableExpression('Device Names', new Error('…'));
	return new Set([
		...network,
		...unreadable.map((message) => message.replace(/ \(HTTP status \d+\)$/, '')),
		...refused,
		...signed.map((text) => told(refusedFault('SignatureDoesNotMatch', { signed: text }))),
		told(uncounted).replace('100', '…'),
		told(expression),
		told(gaveNothing('OTA Job', undefined, { meant: 'every job of the package' })),
		...bad.map((fault) => told(fault).replace(/\d{19}/, '…')),
	]);
}

function told(fault: Fault): string {
	return explain(fault, { host: '…', hide: (text) => text }).message;
}

function faultOf(result: Result<unknown, Fault>): Fault {
	return result.ok ? badInput('', 'is fine', '') : result.fault;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, true>>): Key[] {
	const keys: Key[] = [];
	for (const key in record) keys.push(key);
	return keys;
}
