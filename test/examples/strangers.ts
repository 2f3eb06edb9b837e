import type {
	IDataObject,
	INode,
	INodeProperties,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { isRecord } from '../../platform';

/** What n8n adds to a node that serves an AI agent. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

/**
 * Parameters of a node that its description does not know or does not show for its resource and
 * operation, and values that it does not offer. Empty when all is well.
 */
export function strangeParameters(node: INode, description: INodeTypeDescription): string[] {
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(node.parameters, property, node, description),
	);
	const added = description.usableAsTool ? TOOL_PARAMETERS : [];
	return Object.entries(node.parameters)
		.filter(([name]) => !added.includes(name))
		.flatMap(([name, value]) => strangeValue(name, value, shown));
}

/** Fields that a node has to have and the workflow leaves empty. */
export function missingParameters(node: INode, description: INodeTypeDescription): string[] {
	return description.properties
		.filter((property) => property.required)
		.filter((property) =>
			NodeHelpers.displayParameter(node.parameters, property, node, description),
		)
		.map(({ name }) => name)
		.filter((name) => {
			const value: unknown = node.parameters[name];
			return !(isRecord(value) ? value.value : value);
		});
}

function strangeValue(
	name: string,
	value: unknown,
	properties: readonly INodeProperties[],
): string[] {
	const property = properties.find((candidate) => candidate.name === name);
	if (!property) return [`${name} is not shown`];
	if (typeof value === 'string' && value.startsWith('=')) {
		return property.noDataExpression ? [`${name} takes no expression`] : [];
	}
	switch (property.type) {
		case 'options':
			return offers(property, value) ? [] : [`${name} does not offer ${String(value)}`];
		case 'collection':
			return inCollection(name, value, property);
		case 'resourceLocator':
			return isLocator(property, value) ? [] : [`${name} is no resource locator`];
		case 'boolean':
		case 'number':
		case 'string':
			return typeof value === property.type ? [] : [`${name} is no ${property.type}`];
		default:
			return [];
	}
}

function inCollection(name: string, value: unknown, { options = [] }: INodeProperties): string[] {
	const fields = options.filter((option): option is INodeProperties => 'type' in option);
	if (!isRecord(value)) return [`${name} is no collection`];
	return Object.entries(value).flatMap(([key, entry]) => strangeValue(key, entry, fields));
}

function offers({ options = [] }: INodeProperties, value: unknown): boolean {
	return options.some(
		(option): option is INodePropertyOptions => 'value' in option && option.value === value,
	);
}

function isLocator({ modes = [] }: INodeProperties, value: unknown): value is IDataObject {
	return (
		isRecord(value) &&
		value.__rl === true &&
		modes.some(({ name }) => name === value.mode) &&
		typeof value.value === 'string'
	);
}
