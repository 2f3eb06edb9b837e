import type { RefusedFault, UnreadableBody, UnreadableFault } from './faults';
import { isJsonObject, parseJson, readKey, readText } from './json';
import type { JsonObject } from './json';
import { done, failed } from './result';
import type { Result } from './result';

/** What came back over HTTP, before anyone judged it. */
export interface RawAnswer {
	readonly kind: 'answered';
	readonly status: number;
	readonly body: string;
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
}

/** An answer in which the platform said yes. */
export interface Answer {
	/** As received, with integers beyond 2^53 as text. */
	readonly json: JsonObject;
	readonly requestId: string;
}

/**
 * Judges an answer. A yes needs a 2xx status and `success` true; where `success` is missing, an empty
 * code beside a request ID counts. Keys are read in either letter case, and the gateway's own shape
 * (`RequestId`, `HostId`, `Code`, `Message`) is understood. Source: PROTOCOL section 5.
 */
export function readEnvelope(answer: RawAnswer): Result<Answer, RefusedFault | UnreadableFault> {
	const { status, body } = answer;
	const unreadable = (found: UnreadableBody) =>
		failed<UnreadableFault>({ kind: 'unreadable', found, status });
	if (status >= 300 && status < 400) return unreadable('redirect');

	const text = body.replace(/^\uFEFF/, '').trim();
	const json = parseJson(text);
	if (json === undefined) return unreadable(recognise(text));
	if (!isJsonObject(json)) return unreadable('other');

	const code = readText(json, 'code');
	const requestId = readText(json, 'requestId');
	const success = readKey(json, 'success');
	if (success === undefined && code === '' && requestId === '') return unreadable('other');

	const saysYes = success === undefined ? code === '' : isTrue(success);
	if (saysYes && status >= 200 && status < 300) return done({ json, requestId });
	const platformMessage = readText(json, 'errorMessage') || readText(json, 'message');
	return failed({ kind: 'refused', code, platformMessage, requestId, status, json });
}

function isTrue(value: unknown): boolean {
	return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** Tells what a text is that is not JSON. */
function recognise(text: string): UnreadableBody {
	if (text === '') return 'empty';
	if (/^<[^]{0,500}?(?:!doctype\s+html|<html)\b|^<(?:html|head|body)\b/i.test(text)) return 'html';
	if (text.startsWith('<')) return 'xml';
	if (text.startsWith('{') || text.startsWith('[')) return 'cut';
	return 'other';
}
