import { ACTIONS } from '../catalog';
import type { CallFault } from '../errors/faults';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { readText } from '../json';
import { chunkNames } from '../lists/chunks';
import { recordsIn } from '../lists/records';
import { inParallel } from '../parallel';
import type { CallAction } from '../client/callAction';

/** Most names in one request of BatchQueryDeviceDetail. */
const NAMES_PER_LIST = 100;

/** Bytes of URL for the names of one list; leaves 1.5 KB of the 7.5 KB for all else. */
const BYTES_FOR_NAMES = 6_000;

const READS_AT_ONCE = 5;

/**
 * The version that each device has reported for the module `default`, empty where it has reported none; a device
 * that the platform does not know is left out. One request for every 100 devices. Source: the platform's page
 * BatchQueryDeviceDetail.
 */
export async function readRunningVersions(
	productKey: string,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<ReadonlyMap<string, string>, CallFault>> {
	const portions = chunkNames(deviceNames, NAMES_PER_LIST, BYTES_FOR_NAMES);
	const lists = await inParallel(
		portions,
		READS_AT_ONCE,
		async (names) => await readPortion(productKey, names, call),
	);
	const versions = new Map<string, string>();
	for (const list of lists) {
		if (!list.ok) return list;
		for (const [deviceName, version] of list.value) versions.set(deviceName, version);
	}
	return ok(versions);
}

async function readPortion(
	productKey: string,
	names: readonly string[],
	call: CallAction,
): Promise<Result<ReadonlyArray<readonly [string, string]>, CallFault>> {
	const outcome = await call({
		action: 'BatchQueryDeviceDetail',
		parameters: { ProductKey: productKey, DeviceName: names },
	});
	if (!outcome.ok) return fail(outcome.fault);
	const path = ACTIONS.BatchQueryDeviceDetail.list?.path ?? [];
	const records = recordsIn(outcome.answer.json, path);
	const told = records.map(
		(record) => [readText(record, 'DeviceName'), readText(record, 'FirmwareVersion')] as const,
	);
	const isUnderstood = told.some(([deviceName]) => names.includes(deviceName));
	// Records that show none of the devices are in a form that this version does not understand.
	if (records.length > 0 && !isUnderstood) return ok(names.map((name) => [name, ''] as const));
	return ok(told);
}
