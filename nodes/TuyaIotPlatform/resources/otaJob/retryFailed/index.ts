import { ok } from '../../../../../platform';
import { ownField } from '../../../shared/guards';
import { someChoicesOption, textOption } from '../../../shared/options';
import { defineReissue } from '../reissue/define';
import {
	jobToPutRight,
	newJobFields,
	optionsWith,
	previewOnly,
	refuseMoreThan,
} from '../reissue/fields';
import { LOOKS } from '../reissue/looks';

const taskStatuses = someChoicesOption({
	displayName: 'Task Statuses',
	name: 'taskStatuses',
	guards: true,
	default: ['FAILED'],
	options: [
		{ name: 'Canceled', value: 'CANCELED', description: 'Its task was cancelled' },
		{ name: 'Failed', value: 'FAILED', description: 'Its update failed' },
	],
	description: 'Which devices of the job are meant, by the state that their task ended in',
});

const reasonContains = textOption({
	displayName: 'Reason Contains',
	name: 'reasonContains',
	guards: true,
	placeholder: 'e.g. no space left',
	emptyMeans: 'every reason',
	description:
		'Only devices whose reason, as the platform tells it (TaskDesc), contains this text, in any letter case. Empty means every reason.',
});

const guards = [previewOnly, refuseMoreThan];

/** Puts those devices of a job that failed into new jobs for the same package. */
export const retryFailed = defineReissue({
	value: 'retryFailed',
	name: 'Retry Failed',
	action: 'Retry failed devices of OTA job',
	description:
		'Roll the package of a job (batch) out once more to those of its devices that failed. The devices will install it.',
	cloudActions: ['CreateOTAStaticUpgradeJob', ...LOOKS],
	fields: [
		...jobToPutRight,
		taskStatuses.field,
		...guards.map(ownField),
		newJobFields,
		optionsWith([reasonContains], guards),
	],
	doneWord: 'retried',
	readAim: async (_, reader) => {
		const states = await reader.field(taskStatuses);
		const reason = await reader.option(reasonContains);
		return () => ok({ kind: 'retryFailed', states, reasonContains: reason });
	},
	readGuard: async (reader) => await reader.guard(refuseMoreThan),
});
