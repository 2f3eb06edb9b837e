import Base64 from 'crypto-js/enc-base64';
import HmacSHA1 from 'crypto-js/hmac-sha1';

const UNRESERVED = new Set(
	Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~', 'ascii'),
);

const ENCODED = Array.from({ length: 256 }, (_, byte) =>
	UNRESERVED.has(byte)
		? String.fromCharCode(byte)
		: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

/** Percent-encodes byte by byte, as RFC 3986 asks. */
export function encodeBytes(text: string): string {
	return Array.from(Buffer.from(text, 'utf8'), (byte) => ENCODED[byte]).join('');
}

/** The text that a signature covers, with names sorted by their bytes. */
export function secondStringToSign(
	method: string,
	parameters: Readonly<Record<string, string>>,
): string {
	const query = Object.entries(parameters)
		.map(([name, value]) => ({ bytes: Buffer.from(name, 'utf8'), name, value }))
		.sort((left, right) => Buffer.compare(left.bytes, right.bytes))
		.map(({ name, value }) => `${encodeBytes(name)}=${encodeBytes(value)}`)
		.join('&');
	return `${method}&${encodeBytes('/')}&${encodeBytes(query)}`;
}

/** Base64 of HMAC-SHA1 with the key exactly as given. */
export function secondHmac(text: string, key: string): string {
	return Base64.stringify(HmacSHA1(text, key));
}

/** Signs parameters; shares no code with the package, nor its HMAC, encoding or sort. */
export function secondSignature(
	method: string,
	parameters: Readonly<Record<string, string>>,
	accessKeySecret: string,
): string {
	return secondHmac(secondStringToSign(method, parameters), `${accessKeySecret}&`);
}
