import { findOperation, resources } from '../../../../nodes/TuyaIotPlatform/resources';
import { NEWEST_VERSION } from '../../../../nodes/TuyaIotPlatform/shared/nodeVersions';
import { nameOf } from '../variant';
import type { Variant } from '../variant';
import { CALL_ACTION } from './callAction';
import { DEVICE } from './device';
import { DEVICE_THING } from './deviceThing';
import { INSTANCE } from './instance';
import { OTA_JOB } from './otaJob';
import { OTA_MODULE } from './otaModule';
import { OTA_PACKAGE } from './otaPackage';
import { OTA_TASK } from './otaTask';
import { PRODUCT } from './product';

/** Every operation, in each of the ways that it can be filled in. */
export const VARIANTS: readonly Variant[] = [
	...OTA_TASK,
	...OTA_JOB,
	...OTA_PACKAGE,
	...OTA_MODULE,
	...DEVICE,
	...DEVICE_THING,
	...PRODUCT,
	...INSTANCE,
	...CALL_ACTION,
];

/** Every operation of the node. */
export const OPERATIONS = resources.flatMap(({ value: resource, operations }) =>
	operations.map(({ value: operation, fields, cloudActions }) => ({
		...{ resource, operation, fields, cloudActions },
		name: nameOf({ resource, operation }),
	})),
);

/** The value that an operation has in nodes of a version. */
export function valueIn(typeVersion: number, resource: string, operation: string): string {
	const earlier = findOperation(resource, operation)?.earlierValue ?? operation;
	return typeVersion < NEWEST_VERSION ? earlier : operation;
}

/** The ways to fill in an operation. Throws for one without any. */
export function waysOf(operation: string): readonly [Variant, ...Variant[]] {
	const [first, ...others] = VARIANTS.filter((variant) => nameOf(variant) === operation);
	if (first) return [first, ...others];
	throw new Error(`No way to fill in ${operation}: add one to test/nodes/operations/variants`);
}
