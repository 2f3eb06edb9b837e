import type { INodeProperties } from 'n8n-workflow';
import { deviceNamesField } from '../../deviceFields';
import { jobLocator, packageLocator, productLocator } from '../../locators';
import { ownField } from '../../../shared/guards';
import { cancelByDeviceOptions, previewOnly, refuseMoreThan } from './options';

/** The fields of Cancel by Device, without the rule that shows them. */
export const cancelByDeviceFields: INodeProperties[] = [
	productLocator,
	packageLocator,
	{
		...jobLocator,
		required: false,
		hint: 'Leave empty to cancel the tasks of these devices in every job of the package',
		description:
			'Cancel only the tasks of this job (batch), by its ID. When empty, the tasks of every job of the package are cancelled.',
	},
	{
		...deviceNamesField,
		name: 'deviceNames',
		description:
			'The devices whose tasks are cancelled: one name, names separated by commas or line breaks, a JSON array, or an expression that gives a list. Nothing is sent for a list that is empty.',
	},
	ownField(previewOnly),
	ownField(refuseMoreThan),
	cancelByDeviceOptions,
];
