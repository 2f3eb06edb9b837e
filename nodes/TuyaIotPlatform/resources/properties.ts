import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';

const RESOURCE: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/** All fields of the node: the choice of resource, the choice of operation in each, and their fields. */
export function propertiesOf(resources: readonly Resource[]): INodeProperties[] {
	return [
		{
			...RESOURCE,
			options: byName(resources.map(({ name, value }) => ({ name, value }))),
			default: resources[0]?.value ?? '',
		},
		...resources.map(operationChoice),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => shownFor(resource, operation)),
		),
	];
}

function operationChoice({ value, operations }: Resource): INodeProperties {
	return {
		...OPERATION,
		displayOptions: { show: { resource: [value] } },
		options: byName(
			operations.map(({ name, value: operation, action, description }) => ({
				name,
				value: operation,
				action,
				description,
			})),
		),
		default: operations[0]?.value ?? '',
	};
}

/** The fields of an operation, each with its own rule to show it and the rule for the operation. */
function shownFor(resource: Resource, operation: Operation): INodeProperties[] {
	return operation.fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				resource: [resource.value],
				operation: [operation.value],
				...field.displayOptions?.show,
			},
		},
	}));
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
