/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: compared with this package */
import RPCClient from '@alicloud/pop-core';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { DEMO } from '../../test/emulator/fleet/fleets';
import type { Contestant, Task } from './contestant';
import { callOneByOne } from './paced';

/** A script around Alibaba Cloud's client without an API of its own, so many devices a call. */
export function popCore(devicesPerRequest: number): Contestant {
	return {
		name: `@alicloud/pop-core, ${devicesPerRequest} a call`,
		devicesPerRequest,
		load: async () => async (task) => {
			const client = popCoreClient(task);
			return await callOneByOne(task, devicesPerRequest, async (names) => {
				return await cancelByDevice(client, names);
			});
		},
	};
}

/** A client of the emulator of a task. */
export function popCoreClient({ url }: Task): RPCClient {
	return new RPCClient({
		endpoint: url,
		apiVersion: '2018-01-20',
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	});
}

/** What the platform says to a cancel; the client throws only if it is a no in PascalCase, or none at all. */
export interface CancelAnswer {
	readonly success?: boolean;
	readonly Success?: boolean;
}

/** Asks the platform to cancel devices of the demo package. */
export async function cancelByDevice(
	client: RPCClient,
	DeviceName: readonly string[],
): Promise<CancelAnswer> {
	const { productKey: ProductKey, firmwareId: FirmwareId } = DEMO;
	return await client.request('CancelOTATaskByDevice', { ProductKey, FirmwareId, DeviceName });
}
