import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';
import { BEFORE_1_1, SINCE_1_1 } from '../shared/nodeVersions';

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
		...resources.flatMap(operationChoices),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => shownFor(resource, operation)),
		),
	];
}

/** One choice, unless an operation had another value: then one for each. n8n 1.x takes the actions that it lists from the first. */
function operationChoices(resource: Resource): INodeProperties[] {
	const isRenamed = resource.operations.some(({ earlierValue }) => earlierValue !== undefined);
	if (!isRenamed) return [operationChoice(resource, {}, ({ value }) => value)];
	return [
		operationChoice(resource, SINCE_1_1, ({ value }) => value),
		operationChoice(resource, BEFORE_1_1, ({ value, earlierValue = value }) => earlierValue),
	];
}

function operationChoice(
	{ value, operations }: Resource,
	versions: IDisplayOptions['show'],
	valueOf: (operation: Operation) => string,
): INodeProperties {
	const [first] = operations;
	return {
		...OPERATION,
		displayOptions: { show: { resource: [value], ...versions } },
		options: byName(
			operations.map((operation) => {
				const { name, action, description } = operation;
				return { name, value: valueOf(operation), action, description };
			}),
		),
		default: first ? valueOf(first) : '',
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
				operation: valuesOf(operation),
				...field.displayOptions?.show,
			},
		},
	}));
}

function valuesOf({ value, earlierValue }: Operation): string[] {
	return earlierValue === undefined ? [value] : [value, earlierValue];
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
