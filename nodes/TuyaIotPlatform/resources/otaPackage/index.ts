import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deletePackage } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getUploadUrl } from './getUploadUrl';
import { update } from './update';

/** A firmware version that can be rolled out. */
export const otaPackage: Resource = {
	value: 'otaPackage',
	name: 'OTA Package',
	operations: [getMany, get, create, update, deletePackage, getUploadUrl],
};
