import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import { readText } from '../json';
import { recordsIn } from '../lists/records';
import { chunksOfNames, findUnfinished } from './lists';

/** Most devices that are asked for one by one where the batch read does not tell. */
const MOST_ONE_BY_ONE = 20;

/**
 * Which of the devices the platform does not know. Asked in batches of 100, whose answers leave unknown devices
 * out; where no batch is to be had, one by one, up to 20 of them. What cannot be told counts as known.
 * Source: the platform's page BatchQueryDeviceDetail.
 */
export async function findAbsent(
	productKey: string,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<readonly string[]> {
	const absent = await Promise.all(
		chunksOfNames(deviceNames).map(
			async (names) =>
				(await leftOutOfBatch(productKey, names, call)) ??
				(await absentOneByOne(productKey, names.slice(0, MOST_ONE_BY_ONE), call)),
		),
	);
	return absent.flat();
}

/** Undefined where the answer does not tell. */
async function leftOutOfBatch(
	productKey: string,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<string[] | undefined> {
	const outcome = await call({
		action: 'BatchQueryDeviceDetail',
		parameters: { ProductKey: productKey, DeviceName: deviceNames },
	});
	if (!outcome.ok) return undefined;
	const records = recordsIn(outcome.answer.json, ACTIONS.BatchQueryDeviceDetail.list?.path ?? []);
	const known = new Set(records.map((record) => readText(record, 'DeviceName')));
	const absent = deviceNames.filter((name) => !known.has(name));
	// Records that show none of the devices are in a form that this version does not understand.
	return records.length > 0 && absent.length === deviceNames.length ? undefined : absent;
}

async function absentOneByOne(
	productKey: string,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<string[]> {
	const everything = { productKey, firmwareId: '', jobId: '' };
	const looked = await Promise.all(
		deviceNames.map(async (name) => await findUnfinished(everything, name, call)),
	);
	return looked.flatMap((devices) =>
		devices.ok
			? devices.value.flatMap(([name, { kind }]) => (kind === 'absent' ? [name] : []))
			: [],
	);
}
