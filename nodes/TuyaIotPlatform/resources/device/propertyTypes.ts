import {
	ACTIONS,
	badInput,
	fail,
	ok,
	readText,
	recordsIn,
	withDecimals,
	withoutDecimal,
} from '../../../../platform';
import type { ActionParameters, CallFault, Client, Result } from '../../../../platform';
import type { BeforeCall } from '../../operations/spec';
import { propertiesField } from './propertyFields';

const ACTION = 'QueryDevicePropertyStatus';

/** Types whose values the platform takes with a decimal only. Source: the page of SetDeviceProperty. */
const WITH_DECIMAL: ReadonlySet<string> = new Set(['float', 'double']);

type Identifiers = ReadonlySet<string>;

/** What was read for the executions under way: one of many items asks once for each product. */
const known = new WeakMap<Client, Map<string, Identifiers>>();

/**
 * Reads which properties need a decimal, where Check Types is on. Whole numbers that were typed for these
 * are refused; those of an object, where 10.0 and 10 are the same, get their decimal.
 */
export const checkTypes: BeforeCall = async (_context, _item, fieldValues, client, parameters) => {
	if (fieldValues.get('checkTypes') !== true) return ok({});
	const read = await withDecimal(client, parameters);
	if (!read.ok) return fail({ fault: read.fault, action: ACTION });
	const text = String(parameters.Items);
	const isObject = typeof fieldValues.get('items') === 'object';
	if (isObject) return ok({ Items: withDecimals(text, read.value) });
	const [first] = withoutDecimal(text, read.value);
	if (first === undefined) return ok({});
	const fault = badInput(
		propertiesField.displayName,
		`has a whole number for "${first}", which is of type float or double`,
		'Write it with a decimal, e.g. 10.0 for 10. The platform takes it in no other way.',
	);
	return fail({ fault });
};

/** The properties that need a decimal, of the product of the first device that is named. */
async function withDecimal(
	client: Client,
	parameters: ActionParameters,
): Promise<Result<Identifiers, CallFault>> {
	const { IotId, ProductKey, DeviceName } = parameters;
	const found = known.get(client) ?? new Map<string, Identifiers>();
	known.set(client, found);
	const key = JSON.stringify(ProductKey ?? IotId);
	const before = found.get(key);
	if (before) return ok(before);
	const first = typeof DeviceName === 'object' ? DeviceName[0] : DeviceName;
	const asked = await client.call({
		action: ACTION,
		parameters: IotId === undefined ? { ProductKey, DeviceName: first } : { IotId },
	});
	if (!asked.ok) return fail(asked.fault);
	const records = recordsIn(asked.answer.json, ACTIONS[ACTION].list?.path ?? []);
	const identifiers = records
		.filter((record) => WITH_DECIMAL.has(readText(record, 'DataType').toLowerCase()))
		.map((record) => readText(record, 'Identifier'));
	const set = new Set(identifiers);
	found.set(key, set);
	return ok(set);
}
