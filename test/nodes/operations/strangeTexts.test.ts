import type { INodeParameters } from 'n8n-workflow';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { resources } from '../../../nodes/TuyaIotPlatform/resources';
import { ACTIONS, isRecord } from '../../../platform';
import type { ParameterFacts } from '../../../platform';
import { engine } from '../../engine/loaded';
import { onOperations } from './bench';
import type { Variant } from './variant';
import { byId, nameOf } from './variant';
import { VARIANTS } from './variants';

/** Texts that no name, ID, version or key is. */
const STRANGE = [
	...['undefined', 'null', '#N/A', '[no value]', '{HOST.NAME}', '{{ $json.x }}', '8,61234E+14'],
	...['[object Object]', '{"a":1}', '"one', 'k1\u200bn', 'k1\u00a0n'],
];

/** One field of an operation, filled in with the others of a variant. */
interface Place {
	readonly variant: Variant;
	readonly name: string;
	readonly displayName: string;
	/** The collection that the field is in. */
	readonly collection?: string;
}

function factsOf(variant: Variant, name: string): ParameterFacts | undefined {
	const parameters: Readonly<Record<string, ParameterFacts>> = ACTIONS[variant.action].parameters;
	const parameter = name === 'deviceNames' ? 'DeviceName' : name;
	return parameters[parameter.charAt(0).toUpperCase() + parameter.slice(1)];
}

/** Whether the field takes a name, an ID or the like: neither a choice nor what people write for people. */
function takesName(variant: Variant, name: string): boolean {
	const facts = factsOf(variant, name);
	return facts !== undefined && /^text/.test(facts.type) && !facts.values && !facts.free;
}

function placesOf(variant: Variant): Place[] {
	const operation = resources
		.find(({ value }) => value === variant.resource)
		?.operations.find(({ value }) => value === variant.operation);
	const shown = new Map(
		singleFields(operation?.fields ?? []).map((field) => [field.name, field.displayName]),
	);
	return Object.entries(variant.fields).flatMap(([name, value]) => {
		const isCollection = isRecord(value) && !('__rl' in value);
		const names = isCollection ? Object.keys(value) : [name];
		return names
			.filter((each) => takesName(variant, each))
			.map((each) => ({
				...{ variant, name: each, displayName: shown.get(each) ?? each },
				...(isCollection ? { collection: name } : {}),
			}));
	});
}

/** Each field of each operation once. */
const PLACES = new Map(
	VARIANTS.flatMap(placesOf).map((place) => [`${nameOf(place.variant)}: ${place.name}`, place]),
);

function filled({ variant, name, collection }: Place, text: string): INodeParameters {
	const { fields } = variant;
	const before = collection === undefined ? fields[name] : undefined;
	const value = isRecord(before) && '__rl' in before ? byId(text) : text;
	if (collection === undefined) return { ...fields, [name]: value };
	const others = fields[collection];
	return { ...fields, [collection]: { ...(isRecord(others) ? others : {}), [name]: text } };
}

describe('a text that no name or ID is', () => {
	it('given the operations, when their fields are counted, then names and IDs of all are there', () => {
		expect(PLACES.size).toBeGreaterThan(40);
	});

	it.each([...PLACES])(
		'given %s, when it is such a text, then nothing is sent and the field is named',
		async (_, place) => {
			const { resource, operation, prepare, binary } = place.variant;
			await onOperations(engine, {}, async ({ emulator, run }) => {
				const json = (await prepare?.(emulator)) ?? {};
				const before = emulator.log.length;
				for (const text of STRANGE) {
					const parameters = filled(place, text);
					const items = [{ json, ...(binary ? { binary } : {}) }];
					const { error } = await run({ resource, operation, parameters, items });
					expect([text, error?.message]).toEqual([
						text,
						expect.stringContaining(place.displayName),
					]);
				}
				expect(emulator.log.slice(before)).toEqual([]);
			});
		},
	);
});
