import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { invisibleIn } from '../input/invisible';
import { ok, fail } from '../result';
import type { Result } from '../result';

/** Where an instance of the platform listens. */
export interface Endpoint {
	/** Scheme, host and port, e.g. `https://si-0123456789.tuyacloud.com:8686`. No trailing slash. */
	readonly origin: string;
	/** Host and port, e.g. `si-0123456789.tuyacloud.com:8686`. */
	readonly host: string;
}

const FIELD = 'Endpoint';
const FIX =
	'Enter host and port only, e.g. si-0123456789.tuyacloud.com:8686. The instance console shows them under Development configuration > Cloud API.';

/** A host name of letters, digits and hyphens between dots, an IPv4 address, or an IPv6 one in brackets. */
const HOST =
	/^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?)$/;

/** The hosts of the Tuya OpenAPI, in all of its regions. */
const OPEN_API = /^openapi[a-z0-9-]*\.(?:tuya[a-z]*|iotbing)\.[a-z]+\.?$/;

const NOT_THIS_PLATFORM = [
	'is a host of the Tuya OpenAPI, which is another platform',
	`The Tuya OpenAPI knows neither the keys nor the actions of this node, which is for instances of "Hedwig on Cloud". ${FIX}`,
] as const;

/** Whether a host name means this computer itself, where no one else can listen in. */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
	);
}

/**
 * Reads what a user typed as endpoint: host and port, with or without `https://` and a trailing slash.
 * Plain http is taken for loopback only. Source: PROTOCOL section 1.
 */
export function parseEndpoint(text: string): Result<Endpoint, InputFault> {
	const typed = text.trim();
	const refuse = (what: string, fix = FIX) => fail(badInput(FIELD, what, fix));
	if (typed === '') return refuse('is empty');
	// Many of them vanish when a URL is read, so that the address would be another one than is seen.
	const invisible = invisibleIn(typed);
	if (invisible) return refuse(invisible, `Delete it there, or type the address anew. ${FIX}`);
	if (/^https?:(?!\/\/)/i.test(typed)) return refuse('is not a host and port');
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
	const address = scheme ? typed : `https://${typed}`;
	if (!URL.canParse(address)) return refuse('is not a host and port');
	const url = new URL(address);
	if (OPEN_API.test(url.hostname)) return refuse(...NOT_THIS_PLATFORM);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return refuse(`starts with ${url.protocol}//, which is not https`);
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		return refuse(
			'uses http, which is not encrypted',
			'Write https:// instead of http://, or leave it out. Plain http is only for a server on this computer.',
		);
	}
	if (!HOST.test(url.hostname) || url.port === '0') return refuse('is not a host and port');
	if (url.username || url.password) return refuse('holds a user name or password');
	if (url.search || url.hash) return refuse('holds a query');
	if (url.pathname !== '/') return refuse(`holds the path "${url.pathname}"`);
	return ok({ origin: url.origin, host: url.host });
}
