import { FILE_SUFFIXES } from './catalog/otaPackage';
import { isLoopback, parseEndpoint } from './signing/endpoint';
import type { Endpoint } from './signing/endpoint';
import { explain } from './errors/explain';
import type { Explanation } from './errors/explain';
import { badInput } from './errors/faults';
import type { CallFault, InputFault, RefusedFault, UnreadableFault } from './errors/faults';
import { isJsonObject, readKey, readText } from './json';
import type { JsonObject } from './json';
import { isNearby } from './signing/nearbyHost';
import { ok, fail } from './result';
import type { Result } from './result';

/** Leave to upload one file. Source: the platform's page GenerateOTAUploadURL. */
export interface UploadGrant {
	/** Where the form goes. */
	readonly url: string;
	/** Host and port of it, for people. */
	readonly host: string;
	/** The fields of the form, in their order; the file comes last, as `file`. Secret. */
	readonly fields: ReadonlyArray<readonly [name: string, value: string]>;
	/** Names the uploaded file to CreateOTAFirmware. */
	readonly firmwareUrl: string;
}

/**
 * Reads the answer of GenerateOTAUploadURL. The file goes out by HTTPS only, and to no loopback or
 * link-local address, unless the platform itself stands there: an answer must not lead a computer to its
 * own services, or to those that hand out keys in a cloud. Private networks are allowed, since instances
 * on premise have their storage there; what a host name resolves to is for n8n's own protection.
 */
export function readGrant(
	answer: JsonObject,
	platform: Endpoint,
): Result<UploadGrant, UnreadableFault | InputFault> {
	const data = readKey(answer, 'Data');
	const record = isJsonObject(data) ? data : {};
	const fields = [
		['key', readText(record, 'Key')],
		['OSSAccessKeyId', readText(record, 'OSSAccessKeyId')],
		['policy', readText(record, 'Policy')],
		['Signature', readText(record, 'Signature')],
	] as const;
	const firmwareUrl = readText(record, 'FirmwareUrl');
	const place = readText(record, 'Host');
	const unsafe = unsafePlace(place, new URL(platform.origin).hostname);
	if (unsafe) return fail(unsafe);
	const storage = parseEndpoint(place);
	if (!storage.ok || firmwareUrl === '' || fields.some(([, value]) => value === '')) {
		return fail({ kind: 'unreadable', found: 'other', status: 200 });
	}
	const { origin, host } = storage.value;
	return ok({ url: `${origin}/`, host, fields, firmwareUrl });
}

/** What makes a place that the platform names unfit for a file; undefined when nothing does. */
function unsafePlace(place: string, platform: string): InputFault | undefined {
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(place) ? place : `https://${place}`;
	if (!URL.canParse(address)) return undefined;
	const { protocol, host, hostname } = new URL(address);
	const refuse = (what: string) =>
		badInput(
			'The upload',
			`was not sent: the platform names ${what}`,
			'No package was made. Check the Endpoint in the credential, and that no proxy in between changes the answers of the platform. If both are right, report the storage to whoever runs the instance.',
		);
	if (isLoopback(hostname) && isLoopback(platform)) return undefined;
	if (isNearby(hostname) && hostname !== platform) {
		return refuse(`the storage ${host}, which is the n8n computer itself (loopback or link-local)`);
	}
	return protocol === 'https:'
		? undefined
		: refuse(`the storage ${protocol}//${host}, which is not reached by HTTPS`);
}

/** What the storage answers to an upload that it keeps; nothing, where the form asks for nothing else. */
const KEPT = /^\s*(?:(?:<\?xml[^>]*\?>)?\s*<PostResponse[\s>][^]*)?$/;

/**
 * The storage's no to an upload, which it writes in XML; undefined for a yes. A yes holds nothing or a
 * PostResponse: an `<Error>` or a web page is none, whatever its status. Keeps nothing that was signed.
 */
export function uploadRefusal(
	status: number,
	body: string,
	{ fields }: Pick<UploadGrant, 'fields'>,
): RefusedFault | undefined {
	if (status >= 200 && status < 300 && KEPT.test(body)) return undefined;
	const tag = (name: string) => {
		const text = new RegExp(`<${name}>([\\w.-]{1,64})</${name}>`).exec(body)?.[1] ?? '';
		return fields.some(([, secret]) => text.includes(secret)) ? '' : text;
	};
	const [code, requestId] = [tag('Code'), tag('RequestId')];
	// The storage has codes of its own.
	const meaning = undefined;
	return { kind: 'refused', code, meaning, requestId, platformMessage: '', status, json: {} };
}

/** What each of the storage's codes asks for. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
	['AccessDenied', 'Leave to upload lasts a minute or so: execute the node again.'],
	['EntityTooLarge', 'The platform takes files of up to 1000 MB.'],
]);

/** The credential's word is for the platform; a file is signed for whoever installs it later. */
const PRIVATE_STORAGE =
	'Ignore SSL Issues (Insecure) is for the platform alone: the certificate of the storage is always checked. Let n8n know the authority that signed it (NODE_EXTRA_CA_CERTS), and look for a proxy in between. No package was made.';

/** Says what kept a file from the storage, with its host and port. Holds nothing of the grant. */
export function explainUpload(fault: CallFault, host: string): Explanation {
	const made = 'No package was made.';
	if (fault.kind === 'refused') {
		const { code, status, requestId } = fault;
		const remedy = REMEDIES.get(code) ?? 'Execute the node again.';
		return {
			message: `The storage ${host} refused the upload (${code || `HTTP status ${status}`})`,
			description: `${remedy} ${made}${requestId && ` Request ID: ${requestId}.`}`,
		};
	}
	const { message, description } = explain(fault, { host, hide: () => '' });
	if (fault.kind !== 'network') return { message, description };
	const failure = `The upload failed: ${message}`;
	if (fault.reason === 'certificate') return { message: failure, description: PRIVATE_STORAGE };
	return {
		message: failure,
		description: `The platform names this storage for uploads, so the computer that runs n8n has to reach it: check its network, proxy and firewall, then execute the node again. ${made}`,
	};
}

/** The kinds of files that the platform stores, longest first, since tar.gz ends like gz. */
const SUFFIXES = FILE_SUFFIXES.toSorted((a, b) => b.length - a.length);

/** The suffix of a file name that the platform stores; undefined for any other. */
export function suffixOf(fileName: string): string | undefined {
	return SUFFIXES.find((suffix) => fileName.toLowerCase().endsWith(`.${suffix}`));
}
