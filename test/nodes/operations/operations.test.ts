import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/TuyaIotPlatform/resources';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { ACTIONS, isAction } from '../../../platform';
import type { ActionName } from '../../../platform';
import type { RequestLogEntry } from '../../emulator/emulator';
import { Engine } from '../../engine/engine';
import type { Execution } from '../../engine/engine';
import { jsonOf, pairsOf } from '../bench';
import { onOperations, ownParameters } from './bench';
import type { Variant } from './variant';
import { VARIANTS } from './variants';

/** Parameters that no field offers, each with the reason. */
const NOT_OFFERED: Readonly<Record<string, string>> = {
	'QueryDevice.NextToken': 'the node itself sends it, for pages that lie deep in a list',
	'QueryDevice.IotInstanceId': 'the Instance ID of the credential sets it',
	'GetDeviceStatus.IotInstanceId': 'the Instance ID of the credential sets it',
	'BatchGetDeviceState.IotInstanceId': 'the Instance ID of the credential sets it',
	'ListOTAUnfinishedTaskByDevice.TaskStatus': 'TaskStatusList does the same for several states',
};

const SENDING = { maxAttempts: 2, requestsPerSecond: 50, timeout: 20_000 };

interface Outcome {
	readonly execution: Execution;
	readonly log: readonly RequestLogEntry[];
}

const outcomes = new Map<Variant, Outcome>();
const withSecrets = new Map<Variant, Outcome>();

beforeAll(async () => {
	const engine = await Engine.load();
	for (const variant of VARIANTS) {
		outcomes.set(variant, await runVariant(engine, variant, SENDING));
		withSecrets.set(variant, await runVariant(engine, variant, { includeSecrets: true }));
	}
});

async function runVariant(
	engine: Engine,
	{ resource, operation, fields, prepare, binary }: Variant,
	options: INodeParameters,
): Promise<Outcome> {
	const outcome: Outcome[] = [];
	await onOperations(engine, {}, async ({ emulator, run }) => {
		const json = (await prepare?.(emulator)) ?? {};
		const before = emulator.log.length;
		const items = [{ json, ...(binary ? { binary } : {}) }];
		const parameters = { ...fields, options };
		const execution = await run({ resource, operation, parameters, items });
		outcome.push({ execution, log: emulator.log.slice(before) });
	});
	return outcome[0] ?? fail(`${operation} did not run`);
}

function fail(message: string): never {
	throw new Error(message);
}

function outcomeOf(variant: Variant, all = outcomes): Outcome {
	return all.get(variant) ?? fail(`${variant.operation} did not run`);
}

describe.each(VARIANTS.map((variant) => ({ ...variant, variant })))(
	'$resource: $operation, given $given',
	({ variant, action, wire, items }) => {
		it('when it runs, then the documented parameters leave and no others', () => {
			const { execution, log } = outcomeOf(variant);
			expect(execution.error).toBeUndefined();
			const requests = log.filter((entry) => entry.action === action);
			expect(requests.map(ownParameters)).toEqual([wire]);
			expect(log.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
		});

		it('when it runs, then the answer becomes the right items, paired to the item they came from', () => {
			const { outputs } = outcomeOf(variant).execution;
			expect(outputs).toHaveLength(1);
			expect(jsonOf(outputs[0])).toEqual(items);
			expect(pairsOf(outputs[0])).toEqual(items.map(() => [0]));
		});

		it('when it runs, then every ID is text', () => {
			const ids = jsonOf(outcomeOf(variant).execution.outputs[0]).flatMap(idsIn);
			for (const [key, value] of ids) expect([key, typeof value]).toEqual([key, 'string']);
		});
	},
);

describe('All operations together', () => {
	it('given each way to fill them in, when they ran, then every field was set once', () => {
		for (const { value: resource, operations } of resources) {
			for (const { value: operation, fields } of operations) {
				const set = new Set(
					VARIANTS.filter((v) => v.resource === resource && v.operation === operation).flatMap(
						({ fields: given }) => namesIn(given),
					),
				);
				const offered = singleFields(fields.filter(({ name }) => name !== 'options'))
					.filter(({ type }) => type !== 'notice')
					.map(({ name }) => name);
				const unset = offered.filter((name) => !set.has(name));
				expect([`${resource}.${operation}`, unset]).toEqual([`${resource}.${operation}`, []]);
			}
		}
	});

	it('given each way to fill them in, when they ran, then all documented parameters were on the wire but those with a reason', () => {
		const documented = actionNames().flatMap((action) =>
			Object.keys(ACTIONS[action].parameters).map((name) => `${action}.${name}`),
		);
		const sent = new Set(
			VARIANTS.flatMap((variant) => outcomeOf(variant).log).flatMap((entry) =>
				Object.keys(ownParameters(entry)).map(
					(name) => `${entry.action}.${name.replace(/\.\d+$/, '')}`,
				),
			),
		);
		const missing = documented.filter((name) => !sent.has(name));
		expect(missing.sort()).toEqual(Object.keys(NOT_OFFERED).sort());
		const strays = [...sent].filter((name) => !name.startsWith('PostObject.'));
		expect(strays.filter((name) => !documented.includes(name))).toEqual([]);
	});

	it('given the platform as it was called, when all ran, then it has seen exactly the documented actions', () => {
		const seen = new Set(
			VARIANTS.flatMap((variant) => outcomeOf(variant).log).flatMap(({ action = '' }) =>
				isAction(action) ? [action] : [],
			),
		);
		const covered = [...seen].sort();
		// eslint-disable-next-line no-console -- the list is there to be read
		console.log(`${covered.length} actions covered:\n${covered.join('\n')}`);
		expect(covered).toEqual(actionNames().sort());
		expect([...new Set(VARIANTS.map(({ action }) => action))].sort()).toEqual(covered);
	});

	it('given the usual options, when all ran, then no secret was handed on, and none was logged', () => {
		for (const variant of VARIANTS) {
			const { execution } = outcomeOf(variant);
			const name = `${variant.resource}.${variant.operation}`;
			expect([name, secretsIn(jsonOf(execution.outputs[0]))]).toEqual([name, []]);
			expect([name, SECRET_TEXT.exec(execution.log.join('\n'))]).toEqual([name, null]);
		}
	});

	it('given Include Secrets, when all ran, then the operations of the actions that have secrets handed them on', () => {
		const told = VARIANTS.flatMap((variant) =>
			secretsIn(jsonOf(outcomeOf(variant, withSecrets).execution.outputs[0])).map(
				(key) => `${variant.action}.${key}`,
			),
		);
		expect([...new Set(told)].sort()).toEqual([
			'BatchQueryDeviceDetail.deviceSecret',
			'GenerateOTAUploadURL.OSSAccessKeyId',
			'GenerateOTAUploadURL.policy',
			'GenerateOTAUploadURL.signature',
			'QueryDevice.deviceSecret',
			'QueryDeviceDetail.deviceSecret',
			'QueryProduct.productSecret',
		]);
	});
});

/** What the secrets of the demo fleet look like, whatever key they stand under. */
const SECRET_TEXT = /5ec4e75ec4e7\d+|productSecretOf\w+/;
const SECRET_KEY = /^(deviceSecret|productSecret|OSSAccessKeyId|policy|signature)$/i;

function actionNames(): ActionName[] {
	return Object.keys(ACTIONS).filter(isAction);
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
