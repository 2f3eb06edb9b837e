import { randomBytes } from 'node:crypto';
import { canonicalQuery, percentEncode, signature, stringToSign } from './signature';
import type { HttpMethod, WireEntry } from './signature';
import type { ActionParameters } from '../catalog/actionParameters';
import type { Connection } from './connection';

/** What makes a request unique. Never used twice, not even for a repeated attempt. */
export interface Stamp {
	/** 32 hex digits. */
	readonly nonce: string;
	/** UTC in whole seconds, `YYYY-MM-DDThh:mm:ssZ`. */
	readonly timestamp: string;
}

/** A request ready to be sent: these bytes were signed, so send them as they are. */
export interface SignedRequest {
	readonly method: HttpMethod;
	readonly url: string;
	/** The form body of a POST. A GET has none. */
	readonly body?: string;
}

/** Set by the signer on every request, whatever a caller put in their place. */
const SIGNING_PARAMETERS = [
	'AccessKeyId',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
	'Signature',
];

/** A stamp for a request made at `now` (ms since 1970, by the platform's clock). */
export function newStamp(now: number): Stamp {
	return {
		nonce: randomBytes(16).toString('hex'),
		timestamp: `${new Date(now).toISOString().slice(0, 19)}Z`,
	};
}

/** Writes parameters out for the wire; a list `X` becomes `X.1`, `X.2` … (PROTOCOL: `RepeatList`). */
export function toWire(parameters: ActionParameters): Record<string, string> {
	return Object.fromEntries(wireEntries(parameters));
}

function wireEntries(parameters: ActionParameters): WireEntry[] {
	const entries: WireEntry[] = [];
	for (const [name, value] of Object.entries(parameters)) {
		if (value === undefined) continue;
		if (typeof value !== 'object') {
			entries.push([name, String(value)]);
			continue;
		}
		for (const [index, entry] of value.entries()) {
			entries.push([`${name}.${index + 1}`, String(entry)]);
		}
	}
	return entries;
}

/**
 * Adds what every request carries to an action's own parameters. A caller's own Version, Format, RegionId
 * or IotInstanceId wins; what signs the request never does.
 * Source: the platform's page "Common parameters".
 */
export function withCommonParameters(
	own: ActionParameters,
	connection: Connection,
	stamp: Stamp,
): ActionParameters {
	const { dialect } = connection;
	// Object.assign, because spreading an object of 200 names into another takes V8 milliseconds.
	return Object.assign(
		dialect.kind === 'full' ? { Format: 'JSON', Version: dialect.version } : {},
		connection.regionId ? { RegionId: connection.regionId } : {},
		connection.instanceId ? { IotInstanceId: connection.instanceId } : {},
		withoutSigning(own),
		dialect.kind === 'full' ? { SignatureVersion: '1.0' } : {},
		{
			AccessKeyId: connection.accessKeyId,
			SignatureMethod: 'HMAC-SHA1',
			SignatureNonce: stamp.nonce,
			Timestamp: stamp.timestamp,
		},
	);
}

function withoutSigning(own: ActionParameters): ActionParameters {
	if (!SIGNING_PARAMETERS.some((name) => Object.hasOwn(own, name))) return own;
	return Object.fromEntries(
		Object.entries(own).filter(([name]) => !SIGNING_PARAMETERS.includes(name)),
	);
}

/** The canonical query of a request: all that its signature covers. */
export function signedQuery(own: ActionParameters, connection: Connection, stamp: Stamp): string {
	return canonicalQuery(wireEntries(withCommonParameters(own, connection, stamp)));
}

/**
 * Signs a request: a GET carries everything in the URL, a POST everything in a form body.
 * An earlier signature among the parameters is replaced, so signing a signed request again is safe.
 */
export function signRequest(
	method: HttpMethod,
	own: ActionParameters,
	connection: Connection,
	stamp: Stamp,
): SignedRequest {
	const query = signedQuery(own, connection, stamp);
	const signed = signature(stringToSign(method, query), connection.accessKeySecret);
	const payload = `${query}&Signature=${percentEncode(signed)}`;
	const root = `${connection.endpoint.origin}/`;
	return method === 'GET'
		? { method, url: `${root}?${payload}` }
		: { method, url: root, body: payload };
}
