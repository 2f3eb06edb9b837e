import { GROUP_TYPE, TARGET_SELECTIONS } from '../../../../platform';
import type { TargetSelection } from '../../../../platform';
import { defineOperation } from '../../operations/defineOperation';
import { choicesOf } from '../choices';
import type { Words } from '../choices';
import { deviceNamesField } from '../deviceFields';
import {
	downloadProtocol,
	needConfirm,
	needPush,
	retryCount,
	retryInterval,
	timeoutInMinutes,
} from '../jobFields';
import { packageLocator, productLocator } from '../locators';
import { finishFault, paceAndSchedule } from './paceAndSchedule';

const TARGETS: Readonly<Record<TargetSelection, Words>> = {
	ALL: { name: 'All Devices', description: 'Every device of the product' },
	SPECIFIC: { name: 'Named Devices', description: 'The devices named below' },
	GRAY: { name: 'Share of Devices', description: 'A percentage of the devices' },
	GROUP: { name: 'Device Group', description: 'The devices of one group' },
};

/** The rule that shows a field for one way to choose devices. */
const onlyFor = (target: TargetSelection) => ({
	displayOptions: { show: { targetSelection: [target] } },
});

/** Creates a job that rolls a package out, with the action CreateOTAStaticUpgradeJob. */
export const createStatic = defineOperation({
	value: 'createStatic',
	name: 'Create Static',
	action: 'Create static OTA job',
	description:
		'Roll a package out to devices of a product: all, named ones, a share of them, or a group. The devices will install it.',
	cloudAction: 'CreateOTAStaticUpgradeJob',
	fields: [
		productLocator,
		packageLocator,
		{
			displayName: 'Target Selection',
			name: 'targetSelection',
			type: 'options',
			default: 'SPECIFIC',
			required: true,
			options: choicesOf(TARGET_SELECTIONS, (target) => TARGETS[target]),
			description: 'Which devices get the update',
		},
		{
			displayName: 'This rolls the package out to every device of the product',
			name: 'allDevicesNotice',
			type: 'notice',
			default: '',
			...onlyFor('ALL'),
		},
		{
			...deviceNamesField,
			name: 'targetDeviceName',
			...onlyFor('SPECIFIC'),
			description:
				'The devices to update, up to 200: names separated by commas or line breaks, a JSON array, or an expression that gives a list',
		},
		{
			displayName: 'Percentage',
			name: 'grayPercent',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5',
			...onlyFor('GRAY'),
			description: 'The share of devices to update, in percent without the sign',
		},
		{
			displayName: 'Group ID',
			name: 'groupId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. IwOwQj4DJ3iCKa6O',
			...onlyFor('GROUP'),
			description: 'The ID of the device group to update',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				downloadProtocol,
				needConfirm,
				needPush,
				retryCount,
				retryInterval,
				{
					displayName: 'Source Versions',
					name: 'srcVersion',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1.0.0, 1.0.1',
					description:
						'Only devices with one of these versions, up to ten: separated by commas, a JSON array, or a list',
				},
				timeoutInMinutes,
			],
		},
		paceAndSchedule,
	],
	check: finishFault,
	withRegion: ({ TargetSelection: target }) =>
		target === 'GROUP' ? { GroupType: GROUP_TYPE } : {},
});
