import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from './operation';
import { otaTaskOperations, otaTaskProperties } from './otaTask';

/** What each resource can do. */
const RESOURCES: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	otaTask: otaTaskOperations,
};

/** The operation that a workflow names; undefined for one that this version does not have. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return RESOURCES[resource]?.[operation];
}

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'OTA Task', value: 'otaTask' }],
		default: 'otaTask',
	},
	...otaTaskProperties,
];
