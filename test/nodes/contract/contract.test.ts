import type { INodeProperties } from 'n8n-workflow';
import { callAction } from '../../../nodes/TuyaIotPlatform/resources/instance/callAction';
import { check } from '../../../nodes/TuyaIotPlatform/resources/instance/check';
import { resources } from '../../../nodes/TuyaIotPlatform/resources';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { ACTIONS, DEVICE_NAMES, readParameter } from '../../../platform';
import type { ActionName } from '../../../platform';
import { differencesOf, NO_PARAMETER } from './contract';
import type { Offer } from './contract';

/** What the node looks up of the job that is put right. */
const OF_JOB = ['FirmwareId', 'ProductKey', 'TargetSelection'];
const NEW_JOB: readonly ActionName[] = ['CreateOTAStaticUpgradeJob'];

/** Operations that call more than the actions that their fields are for, or name a field for what a user thinks of. */
const SPECIAL: Readonly<Record<string, Partial<Offer>>> = {
	'otaPackage.create': { actions: ['CreateOTAFirmware'] },
	'device.setDesiredProperties': { actions: ['SetDeviceDesiredProperty'] },
	'device.setProperties': { actions: ['SetDeviceProperty'] },
	'device.setPropertiesOfMany': { actions: ['SetDevicesProperty'] },
	'otaJob.retryFailed': { actions: NEW_JOB, filled: OF_JOB },
	'otaJob.rollBack': { actions: [...NEW_JOB, 'CancelOTATaskByJob'], filled: OF_JOB },
	'otaTask.cancelByDevice': {
		actions: ['CancelOTATaskByDevice'],
		renamed: { deviceNames: 'DeviceName' },
		spread: ['DeviceName'],
	},
};

/** Lists that are split over requests, so that their length has no limit for a user. */
const SPREAD: Readonly<Record<string, readonly string[]>> = {
	'otaTask.confirm': ['TaskId'],
	'device.getMany': ['DeviceName'],
	'device.getStatus': ['DeviceName', 'IotId'],
};

/** Without those that have no field for a parameter of the actions that they call. */
const OFFERS: readonly Offer[] = resources.flatMap(({ value, operations }) =>
	operations
		.filter((operation) => operation !== check && operation !== callAction)
		.map(({ value: operation, cloudActions, fields }) => {
			const name = `${value}.${operation}`;
			const actions = cloudActions === 'any' ? [] : cloudActions;
			return { name, actions, fields, spread: SPREAD[name], ...SPECIAL[name] };
		}),
);

describe('The fields of every operation', () => {
	it.each(OFFERS.map((offer) => [offer.name, offer] as const))(
		'given %s, when it is compared with the platform, then names, requirement, values, limits and kinds are the same',
		(_, offer) => {
			expect(offer.actions).not.toEqual([]);
			expect(differencesOf(offer)).toEqual([]);
		},
	);

	it('given all operations, when their actions are counted, then each documented one is served', () => {
		// Create asks for the upload URL itself, but Get Upload URL is an operation too.
		const served = new Set(OFFERS.flatMap(({ actions }) => actions));
		expect([...served].sort()).toEqual(Object.keys(ACTIONS).sort());
	});

	it('given the list of fields that fill no parameter, when it is read, then each of them exists', () => {
		const names = new Set(OFFERS.flatMap(({ fields }) => fields.map(({ name }) => name)));
		expect(Object.keys(NO_PARAMETER).filter((name) => !names.has(name))).toEqual([]);
	});
});

describe('The examples in the fields', () => {
	it.each(OFFERS.map((offer) => [offer.name, offer] as const))(
		'given %s, when the example of each field is typed in, then the platform would take it',
		(_, { actions, fields }) => {
			for (const field of singleFields(fields)) {
				const placeholder = field.placeholder ?? field.modes?.at(-1)?.placeholder;
				if (placeholder === undefined || field.type === 'collection') continue;
				expect(placeholder).toMatch(/^e\.g\. \S/);
				const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
				for (const facts of actions.flatMap((action) => ACTIONS[action].parameters[name] ?? [])) {
					const example = placeholder.slice('e.g. '.length);
					const read = readParameter(example, facts, { ...DEVICE_NAMES, field: field.displayName });
					expect([field.name, read.ok]).toEqual([field.name, true]);
				}
			}
		},
	);
});

/** A copy of an operation with one field replaced. */
function spoilt(name: string, field: string, change: Partial<INodeProperties>): Offer {
	const offer = OFFERS.find((candidate) => candidate.name === name) ?? {
		name,
		actions: [],
		fields: [],
	};
	const fields = singleFields(offer.fields).map((candidate) =>
		candidate.name === field ? { ...candidate, ...change } : candidate,
	);
	return { ...offer, fields };
}

describe('The comparison itself', () => {
	it.each([
		[
			'a wrong value',
			spoilt('otaTask.getUnfinishedByDevice', 'taskStatusList', {
				options: [{ name: 'Failed', value: 'FAILED' }],
			}),
			/taskStatusList offers FAILED, not CONFIRM, QUEUED/,
		],
		[
			'a value too few',
			spoilt('otaJob.createStatic', 'retryCount', { options: [{ name: '1', value: 1 }] }),
			/retryCount offers 1, not 1, 2, 5/,
		],
		[
			'a default that is no value',
			spoilt('otaPackage.getUploadUrl', 'fileSuffix', { default: 'exe' }),
			/fileSuffix begins with exe, which it does not offer/,
		],
		[
			'a wrong limit of a number',
			spoilt('otaJob.createStatic', 'timeoutInMinutes', {
				typeOptions: { minValue: 1, maxValue: 2880 },
			}),
			/timeoutInMinutes ends at 2880, not at 1440/,
		],
		[
			'a wrong length in words',
			spoilt('otaModule.create', 'desc', { description: 'What it is for, in up to 50 characters' }),
			/desc does not tell that it takes up to 100 characters/,
		],
		[
			'a wrong length of a list in words',
			spoilt('otaJob.createStatic', 'targetDeviceName', { description: 'Up to 100 devices' }),
			/targetDeviceName does not tell that it takes up to 200 entries/,
		],
		[
			'a required parameter in a field that is not',
			spoilt('otaModule.create', 'moduleName', { required: false }),
			/moduleName has to be required/,
		],
		[
			'a name in another letter case',
			spoilt('otaJob.get', 'jobId', { name: 'jobID' }),
			/jobID fills no parameter of QueryOTAJob/,
		],
		[
			'a required parameter without a field',
			spoilt('otaJob.get', 'jobId', { name: 'jobID' }),
			/no field for QueryOTAJob\.JobId, which is required/,
		],
		[
			'a text in a number field',
			spoilt('otaPackage.create', 'destVersion', { type: 'number' }),
			/destVersion is a field of type number for a text/,
		],
		[
			'a list in a field for one text',
			spoilt('otaTask.confirm', 'taskId', { type: 'resourceLocator' }),
			/taskId is a field of type resourceLocator for a textList/,
		],
	])('given %s, when a copy of an operation is compared, then it is told', (_, offer, told) => {
		expect(differencesOf(offer).join('\n')).toMatch(told);
	});
});
