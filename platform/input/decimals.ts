import { membersOf, objectOf } from './jsonMembers';

const WHOLE_NUMBER = /^-?\d+$/;

/** The members of a JSON object that are whole numbers written without a decimal, among those of these keys. */
export function withoutDecimal(text: string, keys: ReadonlySet<string>): string[] {
	return membersOf(text).flatMap(([key, written]) =>
		keys.has(key) && WHOLE_NUMBER.test(written) ? [key] : [],
	);
}

/** The same object with a decimal for each of them: `10` becomes `10.0`, which no number of JavaScript keeps. */
export function withDecimals(text: string, keys: ReadonlySet<string>): string {
	return objectOf(
		membersOf(text).map(([key, written]) => [
			key,
			keys.has(key) && WHOLE_NUMBER.test(written) ? `${written}.0` : written,
		]),
	);
}

/** The members of a JSON object that are null. */
export function nullMembers(text: string): string[] {
	return membersOf(text).flatMap(([key, written]) => (written === 'null' ? [key] : []));
}
