import { ok, readRequiredId } from '../../../../../platform';
import { ownField } from '../../../shared/guards';
import { choiceOption, requiredCountOption, switchOption } from '../../../shared/options';
import { readEachItem } from '../../../shared/parameters';
import { packageLocator } from '../../locators';
import { defineReissue } from '../reissue/define';
import { jobToPutRight, newJobFields, optionsWith, previewOnly } from '../reissue/fields';
import { LOOKS } from '../reissue/looks';

const alsoFailedDevices = switchOption({
	displayName: 'Also Failed Devices',
	name: 'alsoFailedDevices',
	guards: true,
	default: false,
	description:
		'Whether devices whose update failed get the earlier package too. One that reports its version already is left out.',
});

const refuseMoreThan = requiredCountOption({
	displayName: 'Refuse More Than',
	name: 'refuseMoreThan',
	guards: true,
	min: 1,
	hint: 'Has to be set, from 1',
	description:
		'Send nothing if the execution would reach more devices than this, as a guard against a wrong job: those rolled back, and those whose waiting task is cancelled first. From 1.',
});

const waitingDevices = choiceOption({
	displayName: 'Waiting Devices',
	name: 'waitingDevices',
	guards: true,
	default: 'refuse',
	options: [
		{
			name: 'Cancel Them First',
			value: 'cancel',
			description:
				'Cancel the tasks that wait, then roll back. Devices that are installing are told as not rolled back yet.',
		},
		{
			name: 'Refuse',
			value: 'refuse',
			description: 'Send nothing while the job has a task that can still run',
		},
	],
	description:
		'What to do while tasks of the job can still run, since the platform lets an earlier task go first',
});

/** Puts the devices of a job that succeeded into new jobs for an earlier package. */
export const rollBack = defineReissue({
	value: 'rollBack',
	name: 'Roll Back',
	action: 'Roll back OTA job',
	description:
		'Destructive: give the devices of a job (batch) that succeeded an earlier package. The devices will install it over what they run.',
	cloudActions: ['CreateOTAStaticUpgradeJob', 'CancelOTATaskByJob', ...LOOKS, 'QueryOTAFirmware'],
	fields: [
		...jobToPutRight,
		{
			...packageLocator,
			displayName: 'Earlier Package',
			name: 'earlierFirmwareId',
			description:
				'The OTA package that the devices get, by its ID: another one of the same product and module. Many devices refuse a lower version: issue the old build under a higher one.',
		},
		ownField(previewOnly),
		refuseMoreThan.field,
		newJobFields,
		optionsWith([alsoFailedDevices, waitingDevices], [previewOnly]),
	],
	doneWord: 'rolled back',
	readAim: async (context, reader) => {
		const alsoFailed = await reader.option(alsoFailedDevices);
		const whileWaiting = await reader.option(waitingDevices);
		const earlierAt = readEachItem(context, 'earlierFirmwareId', 'Earlier Package', (value) =>
			readRequiredId(
				'Earlier Package',
				value,
				'Enter the ID of the package that the devices ran before, e.g. 167. If it comes from an expression, check that the item holds it.',
			),
		);
		return (item) => {
			const earlier = earlierAt(item);
			if (!earlier.ok) return earlier;
			const earlierFirmwareId = earlier.value;
			return ok({ kind: 'rollBack', earlierFirmwareId, alsoFailed, whileWaiting });
		};
	},
	readGuard: async (reader) => await reader.field(refuseMoreThan),
});
