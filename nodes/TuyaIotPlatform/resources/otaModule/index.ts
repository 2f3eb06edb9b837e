import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteModule } from './delete';
import { getMany } from './getMany';
import { getVersionsByDevice } from './getVersionsByDevice';
import { update } from './update';

/** A part of a device that takes updates of its own. */
export const otaModule: Resource = {
	value: 'otaModule',
	name: 'OTA Module',
	operations: [getMany, getVersionsByDevice, create, update, deleteModule],
};
