import { ACTIONS } from './catalog';
import { parseEndpoint } from './endpoint';
import { explain } from './explain';
import type { Explanation } from './explain';
import type { CallFault, RefusedFault, UnreadableFault } from './faults';
import { isJsonObject, readKey, readText } from './json';
import type { JsonObject } from './json';
import { done, failed } from './result';
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

/** Reads the answer of GenerateOTAUploadURL. Plain http is taken for loopback only. */
export function readGrant(answer: JsonObject): Result<UploadGrant, UnreadableFault> {
	const data = readKey(answer, 'Data');
	const record = isJsonObject(data) ? data : {};
	const fields = [
		['key', readText(record, 'Key')],
		['OSSAccessKeyId', readText(record, 'OSSAccessKeyId')],
		['policy', readText(record, 'Policy')],
		['Signature', readText(record, 'Signature')],
	] as const;
	const firmwareUrl = readText(record, 'FirmwareUrl');
	const storage = parseEndpoint(readText(record, 'Host'));
	if (!storage.ok || firmwareUrl === '' || fields.some(([, value]) => value === '')) {
		return failed({ kind: 'unreadable', found: 'other', status: 200 });
	}
	const { origin, host } = storage.value;
	return done({ url: `${origin}/`, host, fields, firmwareUrl });
}

/** The storage's no to an upload, which it writes in XML; undefined for a yes. Keeps nothing that was signed. */
export function uploadRefusal(status: number, body: string): RefusedFault | undefined {
	if (status >= 200 && status < 300) return undefined;
	const tag = (name: string) =>
		new RegExp(`<${name}>([\\w.-]{1,64})</${name}>`).exec(body)?.[1] ?? '';
	const [code, requestId] = [tag('Code'), tag('RequestId')];
	return { kind: 'refused', code, requestId, platformMessage: '', status, json: {} };
}

/** What each of the storage's codes asks for. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
	['AccessDenied', 'Leave to upload lasts a minute or so: execute the node again.'],
	['EntityTooLarge', 'The platform takes files of up to 1000 MB.'],
]);

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
	return {
		message: `The upload failed: ${message}`,
		description: `The platform names this storage for uploads, so the computer that runs n8n has to reach it: check its network, proxy and firewall, then execute the node again. ${made}`,
	};
}

/** The kinds of files that the platform stores, longest first, since tar.gz ends like gz. */
const SUFFIXES = (ACTIONS.GenerateOTAUploadURL.parameters.FileSuffix?.values ?? []).toSorted(
	(a, b) => b.length - a.length,
);

/** The suffix of a file name that the platform stores; undefined for any other. */
export function suffixOf(fileName: string): string | undefined {
	return SUFFIXES.find((suffix) => fileName.toLowerCase().endsWith(`.${suffix}`));
}
