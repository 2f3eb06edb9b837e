import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { ACTIONS, isAction } from '../../../platform';
import type { ActionName } from '../../../platform';
import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { ownParameters } from './bench';
import { runVariant } from './runVariant';
import type { VariantRun } from './runVariant';
import { isForTools, nameOf } from './variant';
import type { Variant } from './variant';
import { OPERATIONS, VARIANTS, waysOf } from './variants';
import { quickTime } from '../../support/quickTime';

quickTime();

/** Parameters that no field offers, each with the reason. */
const NOT_OFFERED: Readonly<Record<string, string>> = {
	'QueryDevice.NextToken': 'the node itself sends it, for pages that lie deep in a list',
	'QueryDevice.IotInstanceId': 'the Instance ID of the credential sets it',
	'GetDeviceStatus.IotInstanceId': 'the Instance ID of the credential sets it',
	'BatchGetDeviceState.IotInstanceId': 'the Instance ID of the credential sets it',
	'ListOTAUnfinishedTaskByDevice.TaskStatus': 'TaskStatusList does the same for several states',
};

const ACTION_NAMES = Object.keys(ACTIONS).filter(isAction);

const SENDING = { maxAttempts: 2, requestsPerSecond: 50, timeout: 20_000 };

/** What the secrets of the demo fleet look like, whatever key they stand under. */
const SECRET_TEXT = /5ec4e75ec4e7\d+|productSecretOf\w+/;
const SECRET_KEY = /^(deviceSecret|productSecret|OSSAccessKeyId|policy|signature)$/i;

const ran = new Map<string, Promise<VariantRun>>();

/** What came of a variant; each runs once, when a test first asks for it. */
async function outcomeOf(
	variant: Variant,
	options: INodeParameters = SENDING,
): Promise<VariantRun> {
	const key = JSON.stringify([VARIANTS.indexOf(variant), options]);
	const run = ran.get(key) ?? runVariant(engine, variant, { parameters: { options } });
	ran.set(key, run);
	return await run;
}

/** What came of every variant of an action. */
async function outcomesOf(action: string, options?: INodeParameters): Promise<VariantRun[]> {
	const runs: VariantRun[] = [];
	for (const variant of VARIANTS.filter((one) => one.action === action)) {
		runs.push(await outcomeOf(variant, options));
	}
	return runs;
}

describe.each(VARIANTS.map((variant) => ({ ...variant, variant, name: nameOf(variant) })))(
	'$name, given $given',
	({ variant, action, wire, items, refusals = [] }) => {
		it('when it runs, then the documented parameters leave and no others', async () => {
			const { execution, log } = await outcomeOf(variant);
			expect(execution.error).toBeUndefined();
			const requests = log.filter((entry) => entry.action === action);
			expect(requests.map(ownParameters)).toEqual([wire]);
			const refused = log.filter(({ outcome }) => outcome !== 'answered');
			expect(refused.map(({ code }) => code)).toEqual(refusals);
		});

		it('when it runs, then the answer becomes the right items, paired to the item they came from', async () => {
			const { outputs } = (await outcomeOf(variant)).execution;
			expect(outputs).toHaveLength(1);
			expect(jsonOf(outputs[0])).toEqual(items);
			expect(pairsOf(outputs[0])).toEqual(items.map(() => [0]));
		});

		it('when it runs, then every ID is text', async () => {
			const { outputs } = (await outcomeOf(variant)).execution;
			for (const [key, value] of jsonOf(outputs[0]).flatMap(idsIn)) {
				expect([key, typeof value]).toEqual([key, 'string']);
			}
		});

		it('given the usual options, when it runs, then no secret is handed on, and none is logged', async () => {
			const { execution } = await outcomeOf(variant);
			expect(secretsIn(jsonOf(execution.outputs[0]))).toEqual([]);
			expect(SECRET_TEXT.exec(execution.log.join('\n'))).toBeNull();
		});
	},
);

describe.each(OPERATIONS)('$name in all its ways', ({ name, fields, cloudActions }) => {
	it('when they all ran, then it called no action but those that it tells', async () => {
		const called = new Set<ActionName>();
		for (const variant of waysOf(name)) {
			for (const { action = '' } of (await outcomeOf(variant)).log) {
				if (isAction(action)) called.add(action);
			}
		}
		const told = cloudActions === 'any' ? [...called] : cloudActions;
		expect([...called].filter((action) => !told.includes(action))).toEqual([]);
		expect(called).toContain(told[0]);
	});

	it('when the fields that they set are compared with the node, then every field is set in one of them', () => {
		const set = new Set(waysOf(name).flatMap(({ fields: given }) => namesIn(given)));
		const offered = singleFields(fields.filter((field) => field.name !== 'options'))
			.filter((field) => field.type !== 'notice' && !isForTools(field))
			.map((field) => field.name);
		expect(offered.filter((field) => !set.has(field))).toEqual([]);
	});
});

describe.each(ACTION_NAMES)('The action %s', (action) => {
	const documented = Object.keys(ACTIONS[action].parameters);

	it('when every way to call it ran, then it got all its documented parameters but those with a reason, and no others', async () => {
		const entries = (await outcomesOf(action)).flatMap(({ log }) => log);
		const sent = new Set(
			entries
				.filter((entry) => entry.action === action)
				.flatMap((entry) => Object.keys(ownParameters(entry)))
				.map((name) => name.replace(/\.\d+$/, '')),
		);
		expect(entries).not.toEqual([]);
		const missing = documented.filter((name) => !sent.has(name));
		expect(missing).toEqual(documented.filter((name) => `${action}.${name}` in NOT_OFFERED));
		expect([...sent].filter((name) => !documented.includes(name))).toEqual([]);
	});

	it('given Include Secrets, when every way to call it ran, then the secrets that the catalog knows were handed on, and no others', async () => {
		const told = (await outcomesOf(action, { includeSecrets: true })).flatMap(({ execution }) =>
			secretsIn(jsonOf(execution.outputs[0])),
		);
		const known = ACTIONS[action].secrets ?? [];
		expect([...new Set(told.map(lower))].sort()).toEqual(known.map(lower).sort());
	});
});

describe('All operations together', () => {
	it('given the platform as it was called, when all ran, then it has seen exactly the documented actions', async () => {
		const seen = new Set<string>();
		for (const variant of VARIANTS) {
			for (const { action = '' } of (await outcomeOf(variant)).log) {
				if (isAction(action)) seen.add(action);
			}
		}
		const covered = [...seen].sort();
		// eslint-disable-next-line no-console -- the list is there to be read
		console.log(`${covered.length} actions covered:\n${covered.join('\n')}`);
		expect(covered).toEqual([...ACTION_NAMES].sort());
		expect([...new Set(VARIANTS.map(({ action }) => action))].sort()).toEqual(covered);
	});

	it('given what the node looks up by itself, when all ran, then no request has a parameter that its action does not document', async () => {
		const strays: string[] = [];
		for (const variant of VARIANTS) {
			for (const entry of (await outcomeOf(variant)).log) {
				const { action = '' } = entry;
				const documented = isAction(action) ? ACTIONS[action].parameters : undefined;
				const names = Object.keys(ownParameters(entry)).map((name) => name.replace(/\.\d+$/, ''));
				strays.push(...names.filter((name) => documented && !(name in documented)));
			}
		}
		expect(strays).toEqual([]);
	});

	it('given the parameters with a reason not to be offered, when they are looked up, then each is documented', () => {
		const documented = ACTION_NAMES.flatMap((action) =>
			Object.keys(ACTIONS[action].parameters).map((name) => `${action}.${name}`),
		);
		expect(Object.keys(NOT_OFFERED).filter((name) => !documented.includes(name))).toEqual([]);
	});
});

function lower(text: string): string {
	return text.toLowerCase();
}

/** The fields that are set, those in a collection too. */
function namesIn(given: INodeParameters): string[] {
	return Object.entries(given).flatMap(([name, value]) =>
		typeof value === 'object' && value !== null && !Array.isArray(value) && !('__rl' in value)
			? Object.keys(value)
			: [name],
	);
}

function idsIn(value: unknown): Array<[string, unknown]> {
	return entriesIn(value).filter(([key]) => /(Id|ID)$/.test(key));
}

function secretsIn(items: readonly IDataObject[]): string[] {
	return entriesIn(items).flatMap(([key, value]) =>
		SECRET_KEY.test(key) || SECRET_TEXT.test(String(value)) ? [key] : [],
	);
}

/** Every key with its value, however deep. */
function entriesIn(value: unknown): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [[key, inner], ...entriesIn(inner)]);
}
