import type { INodeProperties } from 'n8n-workflow';
import { device } from './device';
import type { Operation, Resource } from '../operations/operation';
import { instance } from './instance';
import { otaJob } from './otaJob';
import { otaModule } from './otaModule';
import { otaPackage } from './otaPackage';
import { otaTask } from './otaTask';
import { product } from './product';
import { propertiesOf } from './properties';

/** Everything that the node can work on; the first is the one that the editor chooses. */
export const resources: readonly Resource[] = [
	otaTask,
	otaJob,
	otaPackage,
	otaModule,
	device,
	product,
	instance,
];

/** The operation that a workflow names, by the value that it has or had; undefined for one that this version does not have. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value, earlierValue }) => [value, earlierValue].includes(operation));
}

export const properties: INodeProperties[] = propertiesOf(resources);
