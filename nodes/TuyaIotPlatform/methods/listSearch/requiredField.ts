import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isRecord } from '../../../../platform';

/** What another field of the node holds; empty for nothing, and for an expression without a value yet. */
function valueOf(context: ILoadOptionsFunctions, field: string): string {
	const parameter: unknown = context.getCurrentNodeParameter(field);
	const value = isRecord(parameter) ? parameter.value : parameter;
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text.startsWith('=') ? '' : text;
}

/** What another field holds that a list depends on. Throws a sentence that says to choose it first. */
export function requiredField(context: ILoadOptionsFunctions, field: string, what: string): string {
	const value = valueOf(context, field);
	if (value !== '') return value;
	throw new NodeOperationError(context.getNode(), `Choose ${what} first`, {
		description:
			'The list depends on it. Where it comes from an expression, the list has to wait for a value: type the ID instead.',
	});
}
