import { BusinessRefusal } from '../gate/refusals';
import { optional } from './inputs';

type Parameters = ReadonlyMap<string, string>;

/** The code of values for which the platform's pages name none of their own. */
export const WRONG_FORM = 'iot.common.InvalidFormattedParameter';

/** Refuses with that code unless the condition holds. */
export function ensure(condition: boolean, code: string, message: string): asserts condition {
	if (!condition) throw new BusinessRefusal(code, message);
}

/** A parameter that has to be there. */
export function required(parameters: Parameters, name: string, code: string): string {
	const value = optional(parameters, name);
	ensure(value !== undefined, code, `${name} is empty`);
	return value;
}

/** true or false in lower case, undefined when absent. */
export function flag(parameters: Parameters, name: string): boolean | undefined {
	const value = oneOf(parameters, name, ['true', 'false'], WRONG_FORM);
	return value === undefined ? undefined : value === 'true';
}

/** One of the words, undefined when absent. */
export function oneOf<T extends string>(
	parameters: Parameters,
	name: string,
	allowed: readonly T[],
	code: string,
): T | undefined {
	const value = optional(parameters, name);
	if (value === undefined) return undefined;
	const word = allowed.find((candidate) => candidate === value);
	ensure(word !== undefined, code, `${name} must be one of ${allowed.join(', ')}`);
	return word;
}

/** A whole number within its limits, undefined when absent. */
export function wholeNumber(
	parameters: Parameters,
	name: string,
	{ min, max }: { min: number; max: number },
	code: string,
): number | undefined {
	const value = optional(parameters, name);
	if (value === undefined) return undefined;
	const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
	ensure(number >= min && number <= max, code, `${name} must be from ${min} to ${max}`);
	return number;
}

/** A text of limited length, undefined when absent; an empty one counts as given. */
export function shortText(
	parameters: Parameters,
	name: string,
	longest: number,
	code: string,
): string | undefined {
	const value = parameters.get(name);
	ensure((value ?? '').length <= longest, code, `${name} is longer than ${longest} characters`);
	return value;
}
