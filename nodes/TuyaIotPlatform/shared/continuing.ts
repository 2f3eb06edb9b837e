import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { explain, isRecord, withoutSecrets } from '../../../platform';
import { errorItem } from './errors';
import type { ItemError } from './errors';
import { CREDENTIAL } from './connection';
import { unusableExpression } from './parameters';

/** An error in words, for any item that it concerns. */
type Told = Omit<ItemError, 'itemIndex'>;

/**
 * Runs an operation. What it throws ends the workflow, unless On Error is one of the two that continue: n8n
 * would hand the input items to the success output then, as if all were done, so each of them comes out as
 * an error item with the reason.
 * @param fields the node's, for the name of one that n8n could not read
 */
export async function orErrorItems(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	run: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (!context.continueOnFail() || items.length === 0) return await run();
	try {
		return await run();
	} catch (error) {
		const told = await tell(context, fields, error);
		return items.map((_, itemIndex) => errorItem({ ...told, itemIndex }));
	}
}

/** Says what was thrown, in words without secrets, whoever threw it. */
export async function tell(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	error: unknown,
): Promise<Told> {
	const isNodes = error instanceof NodeOperationError || error instanceof NodeApiError;
	// With details it is this package's own, and holds no secret.
	if (isNodes && isDataObject(error.context.details)) {
		const { details, itemIndex } = error.context;
		const message = error.message.replace(` [item ${String(itemIndex)}]`, '');
		return { message, description: error.description ?? '', details };
	}
	const hide = await hiding(context);
	if (isNodes) {
		const { message, description } = error;
		return { message: hide(message), description: hide(description ?? ''), details: {} };
	}
	const field = fieldOf(error, fields);
	if (field !== undefined) {
		const fault = unusableExpression(field, error);
		const { message, description } = explain(fault);
		return { message: hide(message), description, details: { kind: fault.kind, field } };
	}
	return {
		message: hide(`The node met an error that it did not foresee (${textOf(error)})`),
		description:
			'What was sent before it may have been carried out: look at the platform before you execute the node again. Then please report this error to the maintainers of the package.',
		details: { kind: 'unforeseen' },
	};
}

/** The field that n8n could not evaluate, as the user sees it. */
function fieldOf(error: unknown, fields: readonly INodeProperties[]): string | undefined {
	const about = isRecord(error) && isRecord(error.context) ? error.context.parameter : undefined;
	return fields.find(({ name }) => name === about)?.displayName;
}

function textOf(error: unknown): string {
	if (!isRecord(error)) return String(error);
	return [error.name, error.message].filter((text) => typeof text === 'string').join(': ');
}

function isDataObject(value: unknown): value is IDataObject {
	return isRecord(value);
}

/** Takes the secrets of the credential out of a text; where it cannot be read, what looks like one. */
async function hiding(context: IExecuteFunctions): Promise<(text: string) => string> {
	const secrets = { accessKeyId: '', accessKeySecret: '' };
	try {
		const { accessKeyId, accessKeySecret } = await context.getCredentials(CREDENTIAL);
		secrets.accessKeyId = String(accessKeyId ?? '').trim();
		secrets.accessKeySecret = String(accessKeySecret ?? '').trim();
	} catch {
		// A credential that n8n cannot read has not reached anyone's text either.
	}
	return (text) => withoutSecrets(text, secrets);
}
