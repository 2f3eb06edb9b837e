import type { SignedText } from '../errors/faults';
import type { ActionParameters } from '../catalog/actionParameters';
import type { Connection } from './connection';
import { signedQuery } from './request';
import { stringToSign } from './signature';

/** Longest message that is searched. The longest text that this package signs has some 15,000 characters. */
const LONGEST_SEARCHED = 100_000;

/** A text that was signed, wherever a message quotes it: method, encoded path and encoded query. */
const QUOTED = /\b([A-Z]+)&(%2F[^&\s]*)&([A-Za-z0-9%\-._~+*]+)/;

const NONCE = /^[0-9a-f]{32}$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d%253A\d\d%253A\d\dZ$/;

/**
 * Compares the text that the platform signed, as far as its message quotes it, with the one that was signed here
 * for the same call: where they part, the request was changed on its way. Undefined where it is not quoted whole.
 * Whoever signs makes nonce and time anew for each attempt, so these are checked by their form alone.
 * @param own `Action` and the action's own parameters
 */
export function compareSigned(
	message: string,
	own: ActionParameters,
	connection: Connection,
): SignedText | undefined {
	const [, method, path, quoted = ''] = QUOTED.exec(message.slice(0, LONGEST_SEARCHED)) ?? [];
	if (method === undefined) return undefined;
	const theirs = pairsOf(quoted);
	const text = stringToSign(connection.method, signedQuery(own, connection, stampIn(theirs)));
	const signed = text.slice(`${connection.method}&%2F&`.length);
	if (isCutOff(quoted, signed)) return undefined;
	if (method !== connection.method) return { kind: 'otherMethod' };
	if (path !== '%2F') return { kind: 'otherPath' };
	return quoted === signed ? { kind: 'same' } : differenceOf(pairsOf(signed), theirs);
}

/** Encoded values by their encoded names: whatever is encoded otherwise is another text, too. */
function pairsOf(query: string): Map<string, string> {
	const pairs = query.split(/%26/i).map((pair): [string, string] => {
		const [name = '', ...value] = pair.split(/%3D/i);
		return [name, value.join('%3D')];
	});
	return new Map(pairs);
}

function stampIn(pairs: ReadonlyMap<string, string>) {
	const nonce = pairs.get('SignatureNonce') ?? '';
	const timestamp = pairs.get('Timestamp') ?? '';
	return {
		nonce: NONCE.test(nonce) ? nonce : '',
		timestamp: TIMESTAMP.test(timestamp) ? decodeURIComponent(decodeURIComponent(timestamp)) : '',
	};
}

/** Whether a message broke off within the text. One that ends with a whole parameter lacks the others. */
function isCutOff(quoted: string, signed: string): boolean {
	return signed.startsWith(quoted) && !/^(?:$|%26)/.test(signed.slice(quoted.length));
}

/** A name of ours as it was before it was encoded twice. */
function plain(name: string): string {
	return decodeURIComponent(decodeURIComponent(name));
}

function differenceOf(
	ours: ReadonlyMap<string, string>,
	theirs: ReadonlyMap<string, string>,
): SignedText {
	const names = [...ours.keys()];
	return {
		kind: 'otherParameters',
		changed: names
			.filter((name) => theirs.has(name) && theirs.get(name) !== ours.get(name))
			.map(plain),
		missing: names.filter((name) => !theirs.has(name)).map(plain),
		added: [...theirs.keys()].filter((name) => !ours.has(name)).length,
	};
}
