import type { Connection } from './connection';
import { percentEncode } from './signature';

const HIDDEN = '[hidden]';

/** Longest text of somebody else that is passed on, in characters. */
const LONGEST_QUOTE = 300;

/** Longest text that is searched at all, so that an answer of 20 MB costs nothing. */
const LONGEST_SEARCHED = 10_000;

/** Parameters that identify or prove the caller, as `Name=value` however often encoded. */
const TELLING_PARAMETERS =
	/(?<=\b(?:Signature|SignatureNonce|(?:OSS)?AccessKeyId)(?:%(?:25)*3D|=))[^&\s"'<>]+/gi;

/** A signature by its shape, wherever it stands: 20 bytes in Base64, however often encoded. */
const SIGNATURE =
	/(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]|%(?:25)*2[BF]){27}(?:%(?:25)*3D|=)(?![A-Za-z0-9+/=])/gi;

/** Takes secrets out of a text. */
export type Hider = (text: string) => string;

/**
 * Makes what takes everything that identifies the caller out of a text that someone else wrote: the platform's
 * messages may quote the text that was signed, with the AccessKey ID in it, or the signature. Also cuts it to
 * 300 characters. Each place is hidden once, so that a key that is a part of the word [hidden] garbles nothing.
 */
export function hiderFor(connection: Pick<Connection, 'accessKeyId' | 'accessKeySecret'>): Hider {
	const spellings = [connection.accessKeySecret, connection.accessKeyId].flatMap(spellingsOf);
	return remembering((text) => {
		const searched = text.slice(0, LONGEST_SEARCHED);
		const found = [
			...spellings.flatMap((spelling) => placesOf(spelling, searched)),
			...matchesOf(TELLING_PARAMETERS, searched),
			...matchesOf(SIGNATURE, searched),
		];
		const safe = withoutPlaces(searched, found).replace(/\s+/g, ' ').trim();
		return safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)}…` : safe;
	});
}

/** Most texts whose hidden form is kept: 200 devices of a request are told with the same few, one after the other. */
const MOST_REMEMBERED = 100;

/** A hider that looks through a text once and not for each device that it speaks of. */
function remembering(hide: Hider): Hider {
	const hidden = new Map<string, string>();
	return (text) => {
		const known = hidden.get(text);
		if (known !== undefined) return known;
		const safe = hide(text);
		if (hidden.size >= MOST_REMEMBERED) hidden.clear();
		if (text.length <= LONGEST_SEARCHED) hidden.set(text, safe);
		return safe;
	};
}

/** The same for a single text. */
export function withoutSecrets(
	text: string,
	connection: Pick<Connection, 'accessKeyId' | 'accessKeySecret'>,
): string {
	return hiderFor(connection)(text);
}

/** A part of a text: from the first character up to but not including the last. */
interface Place {
	readonly from: number;
	readonly to: number;
}

function placesOf(word: string, text: string): Place[] {
	const places: Place[] = [];
	for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
		places.push({ from, to: from + word.length });
	}
	return places;
}

function matchesOf(pattern: RegExp, text: string): Place[] {
	return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
		from: index,
		to: index + match.length,
	}));
}

/** Puts one word in place of each part; of parts that overlap, one in place of all. */
function withoutPlaces(text: string, places: readonly Place[]): string {
	let safe = '';
	let end = 0;
	for (const { from, to } of places.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
		if (from >= end) safe += text.slice(end, from) + HIDDEN;
		end = Math.max(end, to);
	}
	return safe + text.slice(end);
}

/** How a secret can be written in a URL or in a text to sign; none for an empty one. */
function spellingsOf(secret: string): string[] {
	if (secret === '') return [];
	const once = percentEncode(secret);
	const twice = percentEncode(once);
	const inLowerCase = (text: string) =>
		text.replace(/%(?:25)?[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
	return [...new Set([twice, inLowerCase(twice), once, inLowerCase(once), secret])];
}
