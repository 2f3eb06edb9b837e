import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { gaveNothing, isLeftEmpty, isNothing, quoted } from './origin';
import type { Origin } from './origin';
import { ok, fail } from '../result';
import type { Result } from '../result';

const SWITCH_FIX = 'Use an expression that gives true or false, or switch the field to Fixed.';

/**
 * Reads a switch: true or false, also as the texts "true" and "false", which is how forms and CSV files hold
 * them. Anything else is refused, since 1, "yes" or nothing could be meant either way.
 * @param usual what stands for a switch that the user left alone
 */
export function readSwitch<Usual extends boolean | undefined>(
	field: string,
	value: unknown,
	usual: Usual,
	origin: Origin = 'user',
): Result<boolean | Usual, InputFault> {
	if (typeof value === 'boolean') return ok(value);
	if (value === 'true' || value === 'false') return ok(value === 'true');
	if (isLeftEmpty(value, origin)) return ok(usual);
	return fail(unusable(field, value, SWITCH_FIX, origin));
}

/**
 * Reads one of the values that a field offers. A number may come as text. The name that the editor shows for
 * a value is none: names are translated and change.
 * @param usual what stands for a choice that the user left alone
 */
export function readChoice<Value extends string | number | boolean, Usual>(
	field: string,
	value: unknown,
	values: readonly Value[],
	usual: Usual,
	origin: Origin = 'user',
): Result<Value | Usual, InputFault> {
	const known = values.find(
		(one) => one === value || (typeof value === 'string' && String(one) === value),
	);
	if (known !== undefined) return ok(known);
	if (isLeftEmpty(value, origin)) return ok(usual);
	return fail(unusable(field, value, `Use one of: ${values.join(', ')}.`, origin));
}

/**
 * Reads several of the values that a field offers: a list, or one of them alone.
 * @param usual what stands for choices that the user left alone; an empty list is none of them
 */
export function readChoices<Value extends string>(
	field: string,
	value: unknown,
	values: readonly Value[],
	origin: Origin = 'user',
	usual: readonly Value[] = [],
): Result<readonly Value[], InputFault> {
	if (isNothing(value)) {
		if (origin === 'user') return ok(Array.isArray(value) ? [] : usual);
		return fail(gaveNothing(field, value, { fix: `Use a list of: ${values.join(', ')}.` }));
	}
	const chosen: Value[] = [];
	for (const entry of Array.isArray(value) ? value : [value]) {
		const one = readChoice(field, entry, values, undefined, 'expression');
		if (!one.ok) return one;
		if (one.value !== undefined) chosen.push(one.value);
	}
	return ok(chosen);
}

function unusable(field: string, value: unknown, fix: string, origin: Origin): InputFault {
	return origin === 'expression' && isNothing(value)
		? gaveNothing(field, value, { fix })
		: badInput(field, `is ${quoted(value)}`, fix);
}
