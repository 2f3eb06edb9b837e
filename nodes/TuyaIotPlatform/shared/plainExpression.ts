import type { INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../../platform';

/** The keys and places that lead from an item's JSON to a value. */
type Path = readonly string[];

/** What is read without n8n. Everything else an item can hold is left to n8n. */
type PlainValue = string | number | readonly string[];

// `{{` directly behind the `=` and nothing behind `}}`, or else n8n makes text of the value. Names and
// places as anyone writes them; escapes, braces and the like are left to n8n.
const STEP = String.raw`\.([A-Za-z_]\w*)|\[(0|[1-9]\d{0,8})\]|\["([^"'\\{}()\p{C}\p{Zl}\p{Zp}]+)"\]|\['([^"'\\{}()\p{C}\p{Zl}\p{Zp}]+)'\]`;
const PLAIN = new RegExp(String.raw`^=\{\{[ \t\r\n]*\$json((?:${STEP})+)[ \t\r\n]*\}\}$`, 'u');

/**
 * A reader of a field that gives exactly what n8n gives. n8n takes up to half a millisecond for an
 * expression, so a plain one such as `={{ $json.a["b c"][0] }}`, as a whole field or a locator's value, is
 * read from the item itself, where that holds a string, a number or a list of strings as its own. All else
 * is evaluated. So is the first value found in this way: n8n gives another one, or refuses, where it treats a
 * name or a field in its own manner, and then nothing of the field is read without it.
 * @param raw what the field holds, expressions not evaluated
 * @param items the input that `$json` speaks of
 * @param evaluate lets n8n read the field for an item; may throw
 */
export function readPlainly(
	raw: unknown,
	items: readonly INodeExecutionData[],
	evaluate: (item: number) => unknown,
): (item: number) => unknown {
	const path = plainPath(raw);
	if (!path) return evaluate;
	let trusted: boolean | undefined;
	return (item) => {
		const own = trusted === false ? undefined : ownValue(items[item]?.json, path);
		if (own === undefined) return evaluate(item);
		if (trusted) return own;
		trusted = false;
		const evaluated = evaluate(item);
		trusted = isSame(own, evaluated);
		return evaluated;
	};
}

/** Where a plain expression points to; undefined for everything else that a field can hold. */
function plainPath(raw: unknown): Path | undefined {
	if (isRecord(raw)) {
		const { value, ...others } = raw;
		const isLocator = raw.__rl === true && Object.values(others).every(isFixed);
		return isLocator && typeof value === 'string' ? plainPath(value) : undefined;
	}
	const steps = typeof raw === 'string' ? PLAIN.exec(raw)?.[1] : undefined;
	if (steps === undefined) return undefined;
	return Array.from(steps.matchAll(new RegExp(STEP, 'gu')), (groups) => groups.slice(1).join(''));
}

/** n8n evaluates all of a locator, the name it shows too, and refuses the field for any of it. */
function isFixed(value: unknown): boolean {
	return typeof value === 'string' ? !value.startsWith('=') : typeof value === 'boolean';
}

function ownValue(json: unknown, path: Path): PlainValue | undefined {
	let value = json;
	for (const step of path) {
		if (!isPlain(value)) return undefined;
		// Neither what is inherited nor what is computed, such as the length of a list.
		const property = Object.getOwnPropertyDescriptor(value, step);
		if (!property?.enumerable || !('value' in property)) return undefined;
		value = property.value;
	}
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return isListOfStrings(value) ? value : undefined;
}

/** Whether it is a list or an object as JSON has them, and not a date, a map or the like. */
function isPlain(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || Array.isArray(value);
}

function isListOfStrings(value: unknown): value is readonly string[] {
	if (!Array.isArray(value)) return false;
	// By place: `every` would pass over the gaps of a list.
	for (let place = 0; place < value.length; place++) {
		if (typeof value[place] !== 'string') return false;
	}
	return true;
}

function isSame(own: PlainValue, evaluated: unknown): boolean {
	if (typeof own !== 'object') return Object.is(own, evaluated);
	return (
		Array.isArray(evaluated) &&
		evaluated.length === own.length &&
		own.every((entry, place) => entry === evaluated[place])
	);
}
