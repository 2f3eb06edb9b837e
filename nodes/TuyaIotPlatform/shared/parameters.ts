import type { IExecuteFunctions } from 'n8n-workflow';
import { badInput, fail } from '../../../platform';
import type { InputFault, Origin, Result } from '../../../platform';
import { readPlainly } from './plainExpression';

/**
 * Reads a parameter for each item. One that holds no expression is the same for all items and is read
 * once: that is about 300 times cheaper, which counts for a storm of alerts.
 * @param field the field as the user sees it, for the sentence about an expression that does not work
 * @param read told, beside the value, whether the user or an expression gave it
 */
export function readEachItem<Value>(
	context: IExecuteFunctions,
	name: string,
	field: string,
	read: (value: unknown, origin: Origin) => Result<Value, InputFault>,
): (item: number) => Result<Value, InputFault> {
	const raw: unknown = context.getNodeParameter(name, 0, '', { rawExpressions: true });
	const valueAt = readPlainly(raw, context.getInputData(), (item) =>
		context.getNodeParameter(name, item, '', { extractValue: true }),
	);
	const isExpression = holdsExpression(raw);
	const origin = isExpression ? 'expression' : 'user';
	const readAt = (item: number): Result<Value, InputFault> => {
		try {
			return read(valueAt(item), origin);
		} catch (error) {
			return fail(unusableExpression(field, error));
		}
	};
	if (isExpression) return readAt;
	const same = readAt(0);
	return () => same;
}

/** Whether a parameter as entered is an expression. Looks into locators, collections and lists too: each of their entries can be an expression. */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'object' && raw !== null) return Object.values(raw).some(holdsExpression);
	return typeof raw === 'string' && raw.startsWith('=');
}

/** The fault of a field whose expression does not work. */
export function unusableExpression(field: string, error: unknown): InputFault {
	const reason = error instanceof Error ? error.message : String(error);
	return badInput(
		field,
		`cannot be read: ${reason}`,
		'Open the expression editor of this field and check that the item holds what the expression asks for.',
	);
}
