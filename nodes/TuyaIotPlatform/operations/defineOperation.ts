import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { commonFields } from './fields';
import type { Operation } from './operation';
import { readItems } from './readItems';
import { serveItems } from './serveItems';
import { actionsOf } from './spec';
import type { OperationSpec } from './spec';

/** Makes an operation of its description: this is all that most actions need. */
export function defineOperation(spec: OperationSpec): Operation {
	const { value, earlierValue, name, action, description } = spec;
	const cloudActions = [...actionsOf(spec), ...(spec.callsBefore ?? [])];
	const fields = [...spec.fields, ...commonFields(spec)];
	return {
		...{ value, earlierValue, name, action, description, fields, cloudActions },
		execute: async (context) => await execute(context, spec, fields),
	};
}

async function execute(
	context: IExecuteFunctions,
	spec: OperationSpec,
	fields: readonly INodeProperties[],
): Promise<INodeExecutionData[]> {
	return await serveItems(context, spec, await readItems(context, spec, fields));
}
