import fc from 'fast-check';

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_@.:';

/** Words that programs write for no value. As names they have to be in quotes. */
const WORDS = /^(?:null|none|undefined)$/i;

/** Device names as Alibaba Cloud allows them: 4 to 32 letters, digits and `-_@.:`. */
export const validName = fc
	.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 4, maxLength: 32 })
	.filter((name) => !WORDS.test(name));

/** Characters that nobody sees, as documents, chats and web pages leave them in a text. */
export const INVISIBLE: ReadonlyArray<readonly [code: string, character: string]> = [
	0x00a0, 0x00ad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e,
	0x2028, 0x202f, 0x2060, 0x2066, 0xfeff,
].map((code) => [
	`U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
	String.fromCharCode(code),
]);
