import { createHmac } from 'node:crypto';

/** The two HTTP methods the platform takes. The signature covers which one is used. */
export type HttpMethod = 'GET' | 'POST';

/** Parameters as they go over the wire: one text for each name, lists already written out. */
export type WireParameters = Readonly<Record<string, string>>;

/**
 * Percent-encodes a name or value as RFC 3986 asks: UTF-8, upper-case hex, only `A-Z a-z 0-9 - _ . ~` stay.
 * A lone surrogate becomes U+FFFD, as in every URL, so that no text can make this throw.
 * Source: the platform's page "Compute signature", step 1.
 */
export function percentEncode(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/**
 * Writes the parameters as the canonical query: sorted by name in code-unit order, names and values
 * percent-encoded, joined with `=` and `&`. Source: "Compute signature", steps 1 to 3.
 */
export function canonicalQuery(parameters: WireParameters): string {
	return Object.entries(parameters)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

/**
 * The text that is signed: method, encoded path `/`, and the canonical query encoded once more.
 * An encoded query holds no reserved characters but `%`, `=` and `&`, so only these three are left to
 * encode; that is several times faster than encoding everything anew. Source: "Compute signature", step 4.
 */
export function stringToSign(method: HttpMethod, query: string): string {
	const encodedAgain = query.replaceAll('%', '%25').replaceAll('=', '%3D').replaceAll('&', '%26');
	return `${method}&%2F&${encodedAgain}`;
}

/**
 * Base64 of HMAC-SHA1 over the text, keyed with the AccessKey Secret and a trailing `&`.
 * Source: "Compute signature"; its last step is readable at Alibaba Cloud only (document_detail/30563).
 */
export function signature(text: string, accessKeySecret: string): string {
	return createHmac('sha1', `${accessKeySecret}&`).update(text, 'utf8').digest('base64');
}
