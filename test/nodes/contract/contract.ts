import type { INodeProperties } from 'n8n-workflow';
import { singleFields } from '../../../nodes/TuyaIotPlatform/operations/fieldValues';
import { ACTIONS } from '../../../platform';
import type { ActionName, ParameterFacts } from '../../../platform';

/** An operation as far as the platform's rules for its actions go. */
export interface Offer {
	/** E.g. `otaTask.confirm`. */
	readonly name: string;
	readonly actions: readonly ActionName[];
	readonly fields: readonly INodeProperties[];
	/** Parameters whose field has a name of its own, by the name of the field. */
	readonly renamed?: Readonly<Record<string, string>>;
	/** Lists that are spread over several requests. */
	readonly spread?: readonly string[];
	/** Parameters that the node fills by itself, with what it has looked up. */
	readonly filled?: readonly string[];
}

/** Fields that fill no parameter, by what they are for. */
export const NO_PARAMETER: Readonly<Record<string, string>> = {
	options: 'how requests are sent and answers handed on',
	returnAll: 'how much of a list is read, in pages that the node asks for',
	limit: 'how much of a list is read, in pages that the node asks for',
	deviceBy: 'which of the fields below names the device',
	which: 'which of two actions is called',
	fileFrom: 'where the file comes from',
	checkTypes: 'what is looked up before',
	allowClearing: 'which values are refused',
	binaryPropertyName: 'where the file of the item is',
	earlierFirmwareId: 'the package that fills FirmwareId in place of the one of the job',
	previewOnly: 'a guard: whether anything is changed',
	refuseMoreThan: 'a guard: how many devices may be reached',
	simplify: 'how much of a record comes out',
	output: 'how much of a record comes out',
	fields: 'how much of a record comes out',
	taskStatuses: 'which devices of a job the node looks up',
};

/** Parameters that the node fills without a field. */
const FILLED_BY_NODE = new Set(['CurrentPage', 'PageSize', 'NextToken']);

/** Fields that are there to pick another from its list, or to look something up; the action has no such parameter. */
const ONLY_FOR_PICKING = new Set([
	'otaTask.cancelByJob.firmwareId',
	'otaTask.getManyByJob.firmwareId',
	'otaJob.get.firmwareId',
	'otaJob.getProgress.firmwareId',
	'otaJob.retryFailed.jobId',
	'otaJob.rollBack.jobId',
]);

/** Compares an operation with the platform's facts; says each difference in a line. */
export function differencesOf(offer: Offer): string[] {
	const fields = singleFields(offer.fields.filter(({ name }) => name !== 'options')).filter(
		({ type }) => type !== 'notice',
	);
	const parameters = new Set(fields.map((field) => parameterOf(field, offer)));
	const missing = offer.actions.flatMap((action) =>
		Object.entries(ACTIONS[action].parameters)
			.filter(([name, { required }]) => required && !FILLED_BY_NODE.has(name))
			.filter(([name]) => !parameters.has(name) && !offer.filled?.includes(name))
			.map(([name]) => `${offer.name} has no field for ${action}.${name}, which is required`),
	);
	return [...missing, ...fields.flatMap((field) => faultsOf(field, offer))];
}

function parameterOf({ name }: INodeProperties, { renamed = {} }: Offer): string {
	return renamed[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function faultsOf(field: INodeProperties, offer: Offer): string[] {
	const place = `${offer.name}.${field.name}`;
	const parameter = parameterOf(field, offer);
	const known = offer.actions.flatMap((action) => ACTIONS[action].parameters[parameter] ?? []);
	if (known.length === 0) {
		const isKnown = field.name in NO_PARAMETER || ONLY_FOR_PICKING.has(place);
		return isKnown ? [] : [`${place} fills no parameter of ${offer.actions.join(' or ')}`];
	}
	return known.flatMap((facts) =>
		[
			...(offer.filled?.includes(parameter) ? [] : requirementFaults(field, facts)),
			...valueFaults(field, facts),
			...limitFaults(field, facts, offer.spread?.includes(parameter) ?? false),
			...kindFaults(field, facts),
		].map((fault) => `${place} ${fault}`),
	);
}

/** A parameter that the platform requires needs a field that is required, or that always has a value. */
function requirementFaults({ required, type }: INodeProperties, facts: ParameterFacts): string[] {
	const hasValue = type === 'options' || type === 'boolean';
	return facts.required && !required && !hasValue ? ['has to be required'] : [];
}

/** The values that a field offers are the platform's, neither more nor fewer, and its default is one of them. */
function valueFaults(
	{ type, options = [], default: usual }: INodeProperties,
	{ values }: ParameterFacts,
): string[] {
	const isChoice = type === 'options' || type === 'multiOptions';
	const offered = options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
	if (!isChoice && !values) return [];
	if (!isChoice) return [`has to offer ${values?.join(', ')}`];
	const same = [...offered].sort().join() === [...(values ?? [])].sort().join();
	if (!same) return [`offers ${offered.join(', ')}, not ${values?.join(', ') ?? 'any text'}`];
	return type === 'multiOptions' || offered.includes(String(usual))
		? []
		: [`begins with ${String(usual)}, which it does not offer`];
}

/** The limits of a number are the platform's; those of a text or list are told in the description. */
function limitFaults(
	{ type, typeOptions, description = '' }: INodeProperties,
	{ min, max, maxLength, maxItems, type: kind }: ParameterFacts,
	isSpread: boolean,
): string[] {
	const faults: string[] = [];
	if (type === 'number' && (typeOptions?.minValue ?? 0) !== (min ?? 0)) {
		faults.push(`begins at ${typeOptions?.minValue}, not at ${min ?? 0}`);
	}
	if (type === 'number' && typeOptions?.maxValue !== max) {
		faults.push(`ends at ${typeOptions?.maxValue}, not at ${max}`);
	}
	if (type === 'string' && maxLength !== undefined && !tells(description, maxLength)) {
		faults.push(`does not tell that it takes up to ${maxLength} characters`);
	}
	const mayBeTooLong = (kind === 'textList' || kind === 'json') && !isSpread;
	if (mayBeTooLong && maxItems !== undefined && !tells(description, maxItems)) {
		faults.push(`does not tell that it takes up to ${maxItems} entries`);
	}
	return faults;
}

const IN_WORDS: Readonly<Record<number, string>> = { 10: 'ten' };

/** Whether a description says "up to" so many. */
function tells(description: string, most: number): boolean {
	return new RegExp(`\\bup to (${most}|${IN_WORDS[most] ?? most})\\b`, 'i').test(description);
}

/** Text, numbers, lists and yes-or-no are asked for as what they are. */
function kindFaults({ type }: INodeProperties, { type: kind, values }: ParameterFacts): string[] {
	const right: Record<ParameterFacts['type'], readonly string[]> = {
		text: values ? ['options'] : ['string', 'resourceLocator'],
		integer: values ? ['options'] : ['number'],
		boolean: ['boolean'],
		textList: values ? ['multiOptions'] : ['string'],
		json: ['json'],
		time: ['string'],
	};
	return right[kind].includes(type) ? [] : [`is a field of type ${type} for a ${kind}`];
}
