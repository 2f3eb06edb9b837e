import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Operation } from '../operations/operation';
import { orErrorItems } from '../shared/continuing';
import { findOperation, properties } from './index';

/** Carries out the operation that the workflow names, for all input items. */
export async function executeChosen(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await orErrorItems(
		context,
		properties,
		async () => await chosen(context).execute(context),
	);
}

/** Throws a `NodeOperationError` if this version does not have the operation. */
function chosen(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = findOperation(resource, name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`This version of the node has no operation "${name}" for the resource "${resource}"`,
		{ description: 'Choose resource and operation again, or update the package.' },
	);
}
