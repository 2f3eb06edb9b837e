import type { IDataObject } from 'n8n-workflow';
import { TuyaIotPlatform } from '../../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { TuyaIotPlatformTrigger } from '../../nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node';
import { ACTIONS, isRecord } from '../../platform';
import { engine } from '../engine/loaded';
import { jsonOf } from './bench';
import { runVariant } from './operations/runVariant';
import { nameOf } from './operations/variant';
import type { Variant } from './operations/variant';
import { VARIANTS } from './operations/variants';

const { sensitiveOutputFields = [] } = new TuyaIotPlatform().description;

/** What the secrets of the demo fleet and its storage stand under. */
const SECRET = /^(deviceSecret|productSecret|OSSAccessKeyId|policy|signature)$/i;

/** The keys of secrets that are left in a value, however deep. */
function secretsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		SECRET.test(key) ? [key] : secretsIn(inner),
	);
}

/** Takes out what stands at a path, `a.b[*].c`, as n8n does where it shows an execution. */
function takeOut(value: unknown, [key = '', ...rest]: readonly string[]): void {
	if (!isRecord(value)) return;
	const list = value[key.replace(/\[\*\]$/, '')];
	if (rest.length === 0) delete value[key];
	else if (!key.endsWith('[*]')) takeOut(value[key], rest);
	else if (Array.isArray(list)) for (const entry of list) takeOut(entry, rest);
}

function shown(item: IDataObject): unknown {
	const copy = structuredClone(item);
	for (const path of sensitiveOutputFields) takeOut(copy, path.split('.'));
	return copy;
}

const TELLING = VARIANTS.filter(({ action }) => ACTIONS[action].secrets);
/** The answers whole, as Call Action hands them on. */
const WHOLE: readonly Variant[] = TELLING.map(({ action, given, wire }) => ({
	...{ resource: 'instance', operation: 'callAction', action, given, wire, items: [] },
	fields: {
		...{ action, effect: ACTIONS[action].effect === 'read' ? 'read' : 'write' },
		parameters: JSON.stringify(wire),
	},
}));

describe.each(['camel', 'pascal'] as const)('given keys in %s case', (letterCase) => {
	it.each(
		[...TELLING, ...WHOLE].map(
			(way) => [`${nameOf(way)} of ${way.action}, ${way.given}`, way] as const,
		),
	)('when %s hands secrets on, then n8n knows where each of them is', async (_, way) => {
		const { execution } = await runVariant(engine, way, {
			emulator: { letterCase },
			parameters: { options: { includeSecrets: true } },
		});
		expect(execution.error).toBeUndefined();
		const items = jsonOf(execution.outputs[0]);
		expect(items.flatMap(secretsIn)).not.toEqual([]);
		expect(items.map(shown).flatMap(secretsIn)).toEqual([]);
	});
});

describe('given what the nodes tell an AI that builds workflows', () => {
	const hints = [new TuyaIotPlatform(), new TuyaIotPlatformTrigger()].map(({ description }) => ({
		own: `n8n-nodes-tuya-iot-platform.${description.name}`,
		...description.builderHint,
	}));

	it('when it is read, then it is in sentences without expressions, and not longer than those of n8n', () => {
		for (const { searchHint = '' } of hints) {
			expect(searchHint).toMatch(/^Use it to .*\.$/);
			expect(searchHint.length).toBeLessThan(650);
		}
		expect(JSON.stringify(hints)).not.toMatch(/\{\{|\}\}|\$json/);
	});

	it('when related nodes are looked up, then node and trigger name each other', () => {
		const named = hints.map(({ relatedNodes = [] }) =>
			relatedNodes.map(({ nodeType }) => nodeType),
		);
		expect(named[0]).toContain(hints[1]?.own);
		expect(named[1]).toContain(hints[0]?.own);
	});
});
