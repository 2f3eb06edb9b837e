import type { Progress } from './progress';

/** A whole number with a comma between thousands. */
export function thousands(count: number): string {
	return count.toLocaleString('en-US');
}

/** `1 device`, `2,000 devices`. */
export function devicesIn(count: number): string {
	return `${thousands(count)} device${count === 1 ? '' : 's'}`;
}

/** The failure share in percent; one of so few that it rounds to nothing is not called 0. */
export function failureShare(progress: Pick<Progress, 'failureRate' | 'counts'>): string {
	const { failureRate, counts } = progress;
	return failureRate === 0 && counts.FAILED > 0 ? 'less than 0.01 %' : `${failureRate} %`;
}

/** A foreign text as one line of so many characters at most, without what nobody sees. */
export function oneLine(text: string, most: number): string {
	const line = text
		.toWellFormed()
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
		.trim();
	// Cut by characters, so that none of two halves is left over.
	const characters = [...line.slice(0, 2 * (most + 1))];
	return characters.length > most
		? `${characters
				.slice(0, most - 1)
				.join('')
				.trimEnd()}…`
		: line;
}

/** Letters that take about twice the room of a Latin one. */
const WIDE =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60\u{1f000}-\u{3ffff}]/u;

/** A foreign text as one line that takes no more room than so many Latin letters. */
export function fitted(text: string, room: number): string {
	const characters = [...oneLine(text, room)];
	let left = room;
	const kept = characters.findIndex((character) => {
		left -= WIDE.test(character) ? 2 : 1;
		return left < 0;
	});
	return kept < 0 ? characters.join('') : `${characters.slice(0, kept - 1).join('')}…`;
}

/** A time as ISO 8601 in UTC, to the second; null where there is none. */
export function isoTime(ms: number): string | null {
	const time = new Date(ms);
	return Number.isNaN(time.getTime()) ? null : time.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A time as people read it, in UTC, with its day where that is not today's; empty where there is none. */
export function clockTime(ms: number, now: number): string {
	const iso = isoTime(ms);
	if (iso === null) return '';
	const day = iso.slice(0, iso.indexOf('T'));
	const time = `${iso.slice(day.length + 1, day.length + 6)} UTC`;
	return isoTime(now)?.startsWith(day) ? time : `${day} ${time}`;
}

/** Parts of a sentence as a list: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
	const last = parts.at(-1) ?? '';
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
