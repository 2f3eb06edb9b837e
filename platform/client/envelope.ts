import { meaningOf } from '../errors/codes';
import type { RefusedFault, UnreadableBody, UnreadableFault } from '../errors/faults';
import { isJsonObject, parseJson, readKey, readText } from '../json';
import type { JsonObject } from '../json';
import { isDeeperThan } from './nesting';
import { isProxysOwn } from './proxyAnswer';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { isOfOpenApi, outlineOf, verdictOf } from './verdict';

/** What the certificate of an endpoint says of itself. */
export interface Certificate {
	/** Organisation, or else name, of who vouches for it; empty where it vouches for itself. */
	readonly issuer: string;
	/** Until when it holds, ms since 1970. */
	readonly validTo: number;
	/** Version of TLS, e.g. `TLSv1.3`. */
	readonly protocol: string;
}

/** What came back over HTTP, before anyone judged it. */
export interface RawAnswer {
	readonly kind: 'answered';
	readonly status: number;
	readonly body: string;
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Whether it came in the clear although HTTPS was asked for, so that a proxy wrote it. Absent = not known. */
	readonly isInTheClear?: boolean;
	/** The certificate of its connection. Absent = nobody looked, or it did not show. */
	readonly certificate?: Certificate;
}

/** An answer in which the platform said yes. */
export interface Answer {
	/** As received, with integers beyond 2^53 as text. */
	readonly json: JsonObject;
	readonly requestId: string;
}

/** No answer of this API has more than ten levels. */
const MOST_LEVELS = 100;

/**
 * Judges an answer. A yes needs a 2xx status and `success` true; what says neither yes nor no is no answer.
 * Keys are read in either letter case, and the gateway's own shape (`RequestId`, `HostId`, `Code`, `Message`)
 * is understood. Source: PROTOCOL section 5.
 */
export function readEnvelope(answer: RawAnswer): Result<Answer, RefusedFault | UnreadableFault> {
	const { status, body } = answer;
	const unreadable = (found: UnreadableBody, seen?: string) =>
		fail<UnreadableFault>({
			...{ kind: 'unreadable', found, status },
			...(seen === undefined ? {} : { seen }),
		});
	if (isProxysOwn(answer)) return unreadable('proxy');
	if (status >= 300 && status < 400) return unreadable('redirect');

	const text = body.replace(/^\uFEFF/, '').trim();
	if (isDeeperThan(text, MOST_LEVELS)) return unreadable('tooDeep');
	const json = parseJson(text);
	if (json === undefined) return unreadable(recognise(text));
	if (!isJsonObject(json)) return unreadable('other');
	if (isOfOpenApi(json)) return unreadable('openApi', outlineOf(json));

	const code = readText(json, 'code');
	const requestId = readText(json, 'requestId');
	const isEnvelope = readKey(json, 'success') !== undefined || code !== '' || requestId !== '';
	if (!isEnvelope) return unreadable('other');

	const verdict = verdictOf(json);
	if (verdict === 'none') return unreadable('noVerdict', outlineOf(json));
	if (verdict === 'yes' && status >= 200 && status < 300) return ok({ json, requestId });
	const platformMessage = readText(json, 'errorMessage') || readText(json, 'message');
	const meaning = meaningOf(code);
	return fail({ kind: 'refused', code, meaning, platformMessage, requestId, status, json });
}

/** Tells what a text is that is not JSON. */
function recognise(text: string): UnreadableBody {
	if (text === '') return 'empty';
	if (/^<[^]{0,500}?(?:!doctype\s+html|<html)\b|^<(?:html|head|body)\b/i.test(text)) return 'html';
	if (text.startsWith('<')) return 'xml';
	if (text.startsWith('{') || text.startsWith('[')) return 'cut';
	return 'other';
}
