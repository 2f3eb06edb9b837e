const ENCODED_BYTES = Array.from({ length: 256 }, (_, byte) => encodedByte(byte));

function encodedByte(byte: number): string {
	const character = String.fromCharCode(byte);
	if (/[A-Za-z0-9._~-]/.test(character)) return character;
	return '%' + byte.toString(16).toUpperCase().padStart(2, '0');
}

const NOTHING_TO_ENCODE = /^[A-Za-z0-9._~-]*$/;

/** Percent-encodes the UTF-8 bytes of a text as RFC 3986 has it: only A-Z a-z 0-9 - _ . ~ stay. */
export function percentEncode(text: string): string {
	if (NOTHING_TO_ENCODE.test(text)) return text;
	let encoded = '';
	for (const byte of Buffer.from(text, 'utf8')) encoded += ENCODED_BYTES[byte];
	return encoded;
}
