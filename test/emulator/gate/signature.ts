import Base64 from 'crypto-js/enc-base64';
import HmacSHA1 from 'crypto-js/hmac-sha1';
import { percentEncode } from './percent';

/**
 * The text that a signature covers (the platform's page "Compute signature"): the method, the path
 * and every parameter but Signature, sorted by the bytes of its name, encoded, then encoded again.
 */
export function stringToSign(method: string, parameters: ReadonlyMap<string, string>): string {
	const canonicalQuery = [...parameters]
		.filter(([name]) => name !== 'Signature')
		.map(([name, value]) => ({ name, value, bytes: Buffer.from(name, 'utf8') }))
		.sort((left, right) => Buffer.compare(left.bytes, right.bytes))
		.map(({ name, value }) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
	return `${method}&%2F&${percentEncode(canonicalQuery)}`;
}

/** The signature of a text: HMAC-SHA1 by the secret and a trailing ampersand, in base64. */
export function signatureOf(text: string, accessKeySecret: string): string {
	return Base64.stringify(HmacSHA1(text, `${accessKeySecret}&`));
}
