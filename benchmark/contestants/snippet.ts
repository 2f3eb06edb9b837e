import { randomUUID } from 'node:crypto';

/** Makes base64 of HMAC-SHA1. */
export type Hmac = (text: string, key: string) => string;

/** What makes a request unique. */
export interface Uniqueness {
	readonly SignatureNonce: string;
	readonly Timestamp: string;
}

/** The query of a signed GET, written as people write it in a Code node from the signature's document. */
export function signedQuery(
	own: Readonly<Record<string, string>>,
	key: { readonly accessKeyId: string; readonly accessKeySecret: string },
	hmac: Hmac,
	unique: Uniqueness = uniqueNow(),
): string {
	const parameters: Record<string, string> = {
		...own,
		...unique,
		Format: 'JSON',
		Version: '2018-01-20',
		AccessKeyId: key.accessKeyId,
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
	};
	const query = Object.keys(parameters)
		.sort()
		.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
		.join('&');
	const signature = hmac(`GET&${encode('/')}&${encode(query)}`, `${key.accessKeySecret}&`);
	return `${query}&Signature=${encode(signature)}`;
}

function uniqueNow(): Uniqueness {
	return {
		SignatureNonce: randomUUID(),
		Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
	};
}

function encode(text: string): string {
	return encodeURIComponent(text)
		.replace(/!/g, '%21')
		.replace(/'/g, '%27')
		.replace(/\(/g, '%28')
		.replace(/\)/g, '%29')
		.replace(/\*/g, '%2A');
}
