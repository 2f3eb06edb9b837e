import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { badInput, fail, isRecord, quoted } from '../../../platform';
import type { InputFault, Result } from '../../../platform';
import { mapItems } from './mapItems';
import { isSince11 } from './nodeVersions';
import type { Option } from './options';
import { holdsExpression, unusableExpression } from './parameters';

/** What keeps an option from being used, and the input item that gave it. */
export interface OptionFault {
	readonly fault: InputFault;
	readonly itemIndex: number;
}

/** What a node holds in its parameters. */
interface Parameters {
	/** As entered: an expression is not evaluated. */
	raw(path: string): unknown;
	/** Throws what n8n throws for an expression that does not work. */
	valueAt(path: string, item: number): unknown;
	/** Reads for each input item, in their order. */
	forEachItem<Value>(read: (item: number) => Value): Promise<Value[]>;
}

const COLLECTION = 'options';

/**
 * Reads options, which hold for the whole execution. The first that cannot be used is kept in `refusal`:
 * look there before anything is done with what was read.
 */
export class OptionReader {
	refusal: OptionFault | undefined;

	private constructor(
		private readonly parameters: Parameters,
		/** Of the node. */
		private readonly version: number,
	) {}

	static ofExecution(context: IExecuteFunctions): OptionReader {
		const parameters: Parameters = {
			raw: (path) => context.getNodeParameter(path, 0, '', { rawExpressions: true }),
			valueAt: (path, item) => context.getNodeParameter(path, item, ''),
			forEachItem: async (read) => await mapItems(context, read),
		};
		return new OptionReader(parameters, context.getNode().typeVersion);
	}

	static ofPoll(context: IPollFunctions): OptionReader {
		const parameters: Parameters = {
			raw: (path) => context.getNodeParameter(path, '', { rawExpressions: true }),
			valueAt: (path) => context.getNodeParameter(path, ''),
			forEachItem: async (read) => [read(0)],
		};
		return new OptionReader(parameters, context.getNode().typeVersion);
	}

	/** The value of an option under Options. */
	async option<Value>(option: Option<Value>): Promise<Value> {
		const { name } = option.field;
		return this.isInOptions(name) ? await this.read(option, `${COLLECTION}.${name}`) : option.usual;
	}

	/** The value of a field that stands beside Options. */
	async field<Value>(option: Option<Value>): Promise<Value> {
		return await this.read(option, option.field.name);
	}

	/** The value of a guard that has moved: see `underOptions`. */
	async guard<Value>(option: Option<Value>): Promise<Value> {
		const { name, displayName } = option.field;
		if (!isSince11(this.version)) return await this.option(option);
		return this.isInOptions(name)
			? this.take(option, fail(misplaced(displayName)), 0)
			: await this.field(option);
	}

	private isInOptions(name: string): boolean {
		// An expression in place of the whole collection does not get here: n8n drops it.
		const raw = this.parameters.raw(COLLECTION);
		return isRecord(raw) && name in raw;
	}

	private async read<Value>(option: Option<Value>, path: string): Promise<Value> {
		const byExpression = holdsExpression(this.parameters.raw(path));
		const readAt = (item: number) =>
			withoutThrowing(option.field.displayName, () =>
				option.read(this.parameters.valueAt(path, item), byExpression ? 'expression' : 'user'),
			);
		return byExpression ? await this.across(option, readAt) : this.take(option, readAt(0), 0);
	}

	/** What an expression gives: for all items that have a say, who must agree. */
	private async across<Value>(
		option: Option<Value>,
		readAt: (item: number) => Result<Value, InputFault>,
	): Promise<Value> {
		const first = readAt(0);
		if (!option.guards || !first.ok) return this.take(option, first, 0);
		const all = await this.parameters.forEachItem(readAt);
		const itemIndex = all.findIndex((read) => !read.ok || read.value !== first.value);
		const other = all[itemIndex];
		if (!other) return first.value;
		const fault = other.ok
			? disagreement(option, first.value, other.value, itemIndex)
			: other.fault;
		return this.take(option, fail(fault), itemIndex);
	}

	private take<Value>(
		{ usual }: Option<Value>,
		read: Result<Value, InputFault>,
		itemIndex: number,
	): Value {
		if (read.ok) return read.value;
		this.refusal ??= { fault: read.fault, itemIndex };
		return usual;
	}
}

function withoutThrowing<Value>(
	field: string,
	read: () => Result<Value, InputFault>,
): Result<Value, InputFault> {
	try {
		return read();
	} catch (error) {
		return fail(unusableExpression(field, error));
	}
}

function misplaced(displayName: string): InputFault {
	return badInput(
		displayName,
		'is set under Options, where nodes of this version do not have it',
		`Nothing was sent. Add the node anew and set its field ${displayName}.`,
	);
}

function disagreement<Value>(
	{ field: { displayName } }: Option<Value>,
	first: Value,
	other: Value,
	item: number,
): InputFault {
	return badInput(
		displayName,
		`is ${quoted(first)} for item 0 and ${quoted(other)} for item ${item}`,
		'It holds for the whole execution, so every item has to give the same. Nothing was sent. Correct the items, or run the node once for each kind of them, e.g. with Loop Over Items.',
	);
}
