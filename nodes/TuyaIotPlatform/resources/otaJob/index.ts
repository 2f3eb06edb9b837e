import type { Resource } from '../../operations/operation';
import { createStatic } from './createStatic';
import { createVerification } from './createVerification';
import { get } from './get';
import { getManyByDevice } from './getManyByDevice';
import { getManyByPackage } from './getManyByPackage';
import { getProgress } from './getProgress';
import { retryFailed } from './retryFailed';
import { rollBack } from './rollBack';

/** A batch of updates: the roll-out of one package to many devices. */
export const otaJob: Resource = {
	value: 'otaJob',
	name: 'OTA Job',
	operations: [
		getManyByPackage,
		get,
		getManyByDevice,
		getProgress,
		createStatic,
		createVerification,
		retryFailed,
		rollBack,
	],
};
