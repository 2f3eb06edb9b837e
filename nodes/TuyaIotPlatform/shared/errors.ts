import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { explain } from '../../../platform';
import type { Explanation, InputFault } from '../../../platform';

/** Something that went wrong with one input item, ready to be thrown or handed on. */
export interface ItemError extends Explanation {
	readonly itemIndex: number;
	/** Facts for the next node: code, request ID, devices and the like. No secrets. */
	readonly details: IDataObject;
	/** The HTTP status, where the platform answered. */
	readonly httpCode?: string;
}

/** Trouble with what an item holds, found before anything was sent. */
export function inputItemError(fault: InputFault, itemIndex: number): ItemError {
	return { ...explain(fault), itemIndex, details: { kind: fault.kind, field: fault.field } };
}

/**
 * The error item for "Continue" and the error branch. n8n sends an item to the error branch only if its
 * JSON has no other keys than these three.
 */
export function errorItem(itemError: ItemError): INodeExecutionData {
	const { message, description, details, itemIndex } = itemError;
	return {
		json: { error: message, message: description, details },
		pairedItem: { item: itemIndex },
	};
}

/** The error that stops a workflow because an item cannot be used. */
export function inputError(context: IExecuteFunctions, itemError: ItemError): NodeOperationError {
	const { itemIndex, description, details } = itemError;
	const message = atItem(itemError);
	const error = new NodeOperationError(context.getNode(), message, { itemIndex, description });
	return withOwnWords(error, message, details);
}

/** The error that stops a workflow because the platform did not do what was asked. */
export function apiError(context: IExecuteFunctions, itemError: ItemError): NodeApiError {
	const { itemIndex, description, details, httpCode } = itemError;
	const message = atItem(itemError);
	const error = new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description, httpCode, itemIndex },
	);
	return withOwnWords(error, message, details);
}

/** An error of the platform outside of any item, e.g. while the editor asks for a list. */
export function plainApiError(node: INode, message: string, description: string): NodeApiError {
	return withOwnWords(new NodeApiError(node, { message }, { message, description }), message, {});
}

/** n8n replaces a message that happens to hold the name of a system error (…Exist…, …Perm…). */
function withOwnWords<Kind extends NodeApiError | NodeOperationError>(
	error: Kind,
	message: string,
	details: IDataObject,
): Kind {
	error.message = message;
	error.context.details = details;
	return error;
}

function atItem({ message, itemIndex }: ItemError): string {
	return `${message} [item ${itemIndex}]`;
}
