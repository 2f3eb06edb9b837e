import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { triggerProperties } from '../../../nodes/TuyaIotPlatform/trigger/fields';
import { DEMO } from '../../emulator/fleet/fleets';
import type { Variant } from '../operations/variant';
import { byId, isForTools } from '../operations/variant';
import { OPERATIONS, waysOf } from '../operations/variants';

/** What an expression may give besides the right thing: as it is written, and as what it gives. */
export const VALUES: ReadonlyArray<readonly [expression: string, value: unknown]> = [
	['undefined', undefined],
	['null', null],
	["''", ''],
	["' '", ' '],
	['[]', []],
	['({})', {}],
	["'true'", 'true'],
	["'false'", 'false'],
	['0', 0],
	['1', 1],
	["'1'", '1'],
	['NaN', Number.NaN],
];

/** A place where an expression can stand: a field, or an entry of a collection. */
export interface Slot {
	readonly field: INodeProperties;
	/** The collection that it is an entry of. */
	readonly collection?: INodeProperties;
	/** Right values, for this field and those around it. */
	readonly right: INodeParameters;
	/** Of a node that has it; the newest does unless given. */
	readonly typeVersion?: number;
}

/** A place in an operation. */
export interface OperationSlot extends Slot {
	readonly place: string;
	readonly variant: Variant;
}

/** The parameters of a slot with an expression in its place. */
export function withExpression({ field, collection, right }: Slot, expression: string) {
	const text = `={{ ${expression} }}`;
	const value = field.type === 'resourceLocator' ? byId(text) : text;
	if (!collection) return { ...right, [field.name]: value };
	const others = right[collection.name];
	return {
		...right,
		[collection.name]: { ...(typeof others === 'object' ? others : {}), [field.name]: value },
	};
}

/** The version of the only nodes that have a field; undefined for a field that the newest have. */
function onlyVersion({ displayOptions }: INodeProperties): number | undefined {
	const [version] = displayOptions?.show?.['@version'] ?? [];
	return typeof version === 'number' ? version : undefined;
}

function slotsIn(
	fields: readonly INodeProperties[],
	rightFor: (field: INodeProperties) => INodeParameters,
): Slot[] {
	return fields
		.filter((field) => field.type !== 'notice' && !isForTools(field))
		.flatMap((field): Slot[] => {
			if (field.type !== 'collection') return [{ field, right: rightFor(field) }];
			// n8n drops an expression in place of the whole collection.
			return singleFields([field])
				.filter(({ type }) => type !== 'hidden')
				.map((entry) => ({
					...{ field: entry, collection: field },
					...{ right: rightFor(entry), typeVersion: onlyVersion(entry) },
				}));
		});
}

/** Fields on which it depends which others are shown. */
const CHOOSING = new Set([
	...['deviceBy', 'effect', 'fileFrom', 'returns', 'targetSelection', 'which'],
]);

/** Every field and option of every operation. */
export const OPERATION_SLOTS: readonly OperationSlot[] = OPERATIONS.flatMap((operation) => {
	const variants = waysOf(operation.name);
	const usual = variants.filter(({ credential }) => !credential);
	const variantFor = ({ name }: INodeProperties) =>
		variants.find(({ fields }) => sets(fields, name)) ?? variants[0];
	return slotsIn(operation.fields, (field) => ({
		// Where an expression chooses what is shown, n8n asks for all that could be.
		...(CHOOSING.has(field.name) ? Object.assign({}, ...usual.map(({ fields }) => fields)) : {}),
		...variantFor(field).fields,
		options: {
			...{ requestsPerSecond: 100, maxAttempts: 1 },
			...(field.name === 'verifyTimeout' ? { verify: true } : {}),
		},
	})).map((slot) => {
		const name = [slot.collection?.name, slot.field.name].filter(Boolean).join('.');
		return { ...slot, variant: variantFor(slot.field), place: `${operation.name}: ${name}` };
	});
});

function sets(fields: INodeParameters, name: string): boolean {
	return name in fields || Object.values(fields).some((value) => isIn(value, name));
}

function isIn(value: unknown, name: string): boolean {
	return typeof value === 'object' && value !== null && !('__rl' in value) && name in value;
}

/** Every field and option of the trigger. */
export const TRIGGER_SLOTS: readonly Slot[] = slotsIn(
	triggerProperties,
	({ displayOptions, name }) => {
		const [scope = 'package'] = displayOptions?.show?.scope ?? [];
		const [event = 'jobGoesWrong'] = displayOptions?.show?.event ?? [];
		return {
			...{ event: String(event), scope: String(scope), threshold: 5, minimumSample: 1 },
			productKey: byId(DEMO.productKey),
			firmwareId: byId(DEMO.firmwareId),
			...(scope === 'job' ? { jobId: byId(DEMO.jobId) } : {}),
			options: {
				...{ requestsPerSecond: 100, maxAttempts: 1 },
				...(name === 'stuckAfter' ? { alsoFailed: ['stuck'] } : {}),
				...(name === 'offlineAfter' ? { alsoFailed: ['offline'] } : {}),
			},
		};
	},
);
