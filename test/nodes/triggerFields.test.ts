import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { singleFields } from '../../nodes/TuyaIotPlatform/operations/fieldValues';
import { triggerProperties } from '../../nodes/TuyaIotPlatform/trigger/fields';
import { TuyaIotPlatformTrigger } from '../../nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node';
import { engine } from '../engine/loaded';
import { onWatchBench } from './watchBench';
import type { WatchSetup } from './watchBench';

interface NewField {
	readonly name: string;
	readonly displayName: string;
	readonly event: 'jobGoesWrong' | 'jobGoesWell';
	readonly isOption: boolean;
	/** Values that are refused, as a user types them, with what is to be entered. */
	readonly wrong: ReadonlyArray<IDataObject[string]>;
	readonly fix: RegExp;
}

const WHOLE = /a whole number from/;
const CHOICES = /Use (one of|a list of): canceled, offline, stuck\./;
const FIELDS: readonly NewField[] = [
	{
		...{
			name: 'failureCount',
			displayName: 'Failure Count',
			event: 'jobGoesWrong',
			isOption: false,
		},
		...{ wrong: ['three', -1, 2.5, true, [3], { n: 3 }], fix: WHOLE },
	},
	{
		...{ name: 'successThreshold', displayName: 'Success Threshold (%)' },
		...{ event: 'jobGoesWell', isOption: false },
		...{ wrong: ['most', -1, 100.5, '95 %', true, [95]], fix: /a number from 0 to 100/ },
	},
	{
		...{ name: 'finishedShare', displayName: 'Finished Share (%)' },
		...{ event: 'jobGoesWell', isOption: false },
		...{ wrong: ['all', -1, 101, '90 %', false, [90]], fix: /a number from 0 to 100/ },
	},
	{
		...{ name: 'offlineAfter', displayName: 'Offline After (Minutes)' },
		...{ event: 'jobGoesWell', isOption: true },
		...{ wrong: ['soon', 0, -5, 1.5, false, [30]], fix: WHOLE },
	},
	{
		...{ name: 'alsoFailed', displayName: 'Also Count as Failed' },
		...{ event: 'jobGoesWrong', isOption: true },
		...{ wrong: ['Offline After Update', ['stuck', 'gone'], 1, [['stuck']]], fix: CHOICES },
	},
];

function setupOf({ name, event, isOption }: NewField, value: IDataObject[string]): WatchSetup {
	const given = { [name]: value };
	return isOption ? { parameters: { event }, options: given } : { parameters: { event, ...given } };
}

async function refusalOf(setup: WatchSetup) {
	let refusal = { message: '', description: '' };
	await onWatchBench(engine, { ...setup, devices: 1 }, async ({ workflow, emulator }) => {
		await workflow.activate().catch((error: { message: string; description: string }) => {
			refusal = { message: error.message, description: error.description };
		});
		if (refusal.message !== '') expect(emulator.log).toEqual([]);
	});
	return refusal;
}

describe.each(FIELDS.map((field) => [field.displayName, field] as const))(
	'given %s',
	(displayName, field) => {
		it('when it holds what cannot be meant, then the sentence names it and says what to enter, and nothing is sent', async () => {
			for (const value of field.wrong) {
				const { message, description } = await refusalOf(setupOf(field, value));
				expect([value, message]).toEqual([value, expect.stringContaining(displayName)]);
				expect(description).toMatch(field.fix);
			}
		});

		it('when an expression gives nothing, then it is refused by name', async () => {
			for (const given of ['undefined', 'null', "''", "'  '", '[]', '({})']) {
				const { message } = await refusalOf(setupOf(field, `={{ ${given} }}`));
				expect(message).toMatch(/is an expression that gave|is an? (empty|blank)/);
				expect(message).toContain(displayName);
			}
		});

		it('when it is left empty or null, then its default stands', async () => {
			for (const value of ['', null]) {
				expect(await refusalOf(setupOf(field, value))).toMatchObject({ message: '' });
			}
		});
	},
);

describe('given the field Also Count as Failed in the editor', () => {
	const { description } = new TuyaIotPlatformTrigger();

	it('when a trigger is new, then it is of the version that counts stuck tasks', () => {
		expect(description.version).toEqual([1, 1.1]);
		expect(description.defaultVersion).toBe(1.1);
	});

	it.each([
		[1, 'jobGoesWrong', [[]]],
		[1.1, 'jobGoesWrong', [['stuck']]],
		[1.1, 'jobGoesWell', [['stuck']]],
		[1.1, 'taskFailed', []],
	])(
		'when version %d waits for %s, then it is offered with the default %j',
		(typeVersion, event, defaults) => {
			const isShown = (field: INodeProperties) =>
				NodeHelpers.displayParameter({}, field, { typeVersion }, description, { event });
			const shown = singleFields(triggerProperties.filter(isShown))
				.filter(({ name }) => name === 'alsoFailed')
				.filter(isShown);
			expect(shown.map((field) => field.default)).toEqual(defaults);
		},
	);
});
