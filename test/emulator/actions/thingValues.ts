import type { Fleet } from '../fleet/fleet';
import type { Device } from '../fleet/records';
import type { ThingModel } from '../fleet/thingModel';
import { optional } from './inputs';
import { ensure } from './values';

type Parameters = ReadonlyMap<string, string>;

/** A value that is to be set: as it is written, and as a text the way answers print it. */
interface GivenValue {
	written: string;
	value: string;
}

/** Numbers end where a member of an object does, so that 10.0 is seen as it was written. */
const WRITTEN = /"((?:\\.|[^"\\])*)"\s*:\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*(?=[,}])/g;

/** A parameter that is the text of a JSON object, undefined when absent. */
export function jsonObject(
	parameters: Parameters,
	name: string,
	code: string,
): Record<string, unknown> | undefined {
	const text = optional(parameters, name);
	if (text === undefined) return undefined;
	const json = parsed(text);
	ensure(
		typeof json === 'object' && json !== null && !Array.isArray(json),
		code,
		`${name} is not a JSON object`,
	);
	return { ...json };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The values of Items, each of a property of the product that can be set; `most` = so many at most. */
export function givenItems(
	parameters: Parameters,
	{ properties }: ThingModel,
	most = Number.POSITIVE_INFINITY,
): Map<string, GivenValue> {
	const items = jsonObject(
		parameters,
		'Items',
		'iot.device.InvalidFormattedDevicePropertiesString',
	);
	const entries = Object.entries(items ?? {});
	ensure(entries.length > 0, 'iot.device.NullDevicePropertiesString', 'Items is empty');
	ensure(
		entries.length <= most,
		'iot.device.TooManyDevicePropertiesPerTime',
		`At most ${most} properties can be set`,
	);
	const numbers = new Map(
		[...(parameters.get('Items') ?? '').matchAll(WRITTEN)].map(([, key = '', number = '']) => [
			key,
			number,
		]),
	);
	const given = new Map<string, GivenValue>();
	for (const [identifier, value] of entries) {
		const property = properties.find((one) => one.identifier === identifier);
		ensure(property !== undefined, 'iot.device.NoneDeviceProperties', `No property ${identifier}`);
		const written = numbers.get(identifier) ?? '';
		const needsDecimal = property.dataType === 'float' || property.dataType === 'double';
		ensure(
			property.writable && !(needsDecimal && /^-?\d+$/.test(written)),
			'iot.device.SetDevicePropertyFailed',
			`${identifier} cannot be set to this`,
		);
		given.set(identifier, { written, value: printed(value) });
	}
	return given;
}

function printed(value: unknown): string {
	if (value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A device takes over what it is sent while it is online; one that is offline never hears of it. */
export function takeOver(device: Device, given: ReadonlyMap<string, GivenValue>, now: number) {
	if (device.status !== 'ONLINE') return;
	for (const [identifier, { value }] of given) device.properties[identifier] = { value, time: now };
}

/** What the devices of a device's product report and can be told. */
export function thingModelOf(device: Device, fleet: Fleet): ThingModel {
	return fleet.product(device.productKey)?.thingModel ?? { properties: [], services: [] };
}

/** An ID of a message to a device. */
export function messageId(now: number): string {
	return String(now);
}
