import { createHmac } from 'node:crypto';

/** The two HTTP methods the platform takes. The signature covers which one is used. */
export type HttpMethod = 'GET' | 'POST';

/** A parameter as it goes over the wire: name and text, lists already written out. */
export type WireEntry = readonly [name: string, value: string];

/** All that has to be encoded; see RFC 3986, section 2.3, for what stays. */
const RESERVED = /[^A-Za-z0-9\-_.~]/;

/**
 * Percent-encodes a name or value as RFC 3986 asks: UTF-8, upper-case hex, only `A-Z a-z 0-9 - _ . ~` stay.
 * A lone surrogate becomes U+FFFD, as in every URL, so that no text can make this throw.
 * Source: the platform's page "Compute signature", step 1.
 */
export function percentEncode(text: string): string {
	// Looking is several times faster than encoding, and most names and values need none.
	if (!RESERVED.test(text)) return text;
	return encodeURIComponent(text.toWellFormed()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/**
 * Writes the parameters as the canonical query: sorted by name in code-unit order, names and values
 * percent-encoded, joined with `=` and `&`. Source: "Compute signature", steps 1 to 3.
 */
export function canonicalQuery(parameters: readonly WireEntry[]): string {
	return parameters
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

/**
 * The text that is signed: method, encoded path `/`, and the canonical query encoded once more.
 * An encoded query holds no reserved characters but `%`, `=` and `&`, which the plain encodeURIComponent
 * encodes as well; that is several times faster. Source: "Compute signature", step 4.
 */
export function stringToSign(method: HttpMethod, query: string): string {
	return `${method}&%2F&${encodeURIComponent(query)}`;
}

/**
 * Base64 of HMAC-SHA1 over the text, keyed with the AccessKey Secret and a trailing `&`.
 * Source: "Compute signature"; its last step is readable at Alibaba Cloud only (document_detail/30563).
 */
export function signature(text: string, accessKeySecret: string): string {
	return createHmac('sha1', `${accessKeySecret}&`).update(text, 'utf8').digest('base64');
}
