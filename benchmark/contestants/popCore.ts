/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: compared with this package */
import RPCClient from '@alicloud/pop-core';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { DEMO } from '../../test/emulator/fleets';
import type { Contestant } from './contestant';
import { callOneByOne } from './paced';

/** A script around Alibaba Cloud's client without an API of its own, so many devices a call. */
export function popCore(devicesPerRequest: number): Contestant {
	return {
		name: `@alicloud/pop-core, ${devicesPerRequest} a call`,
		devicesPerRequest,
		load: async () => async (task) => {
			const client = new RPCClient({
				endpoint: task.url,
				apiVersion: '2018-01-20',
				accessKeyId: EMULATOR_ACCESS_KEY_ID,
				accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
			});
			return await callOneByOne(task, devicesPerRequest, async (DeviceName) => {
				const { productKey: ProductKey, firmwareId: FirmwareId } = DEMO;
				return await client.request('CancelOTATaskByDevice', {
					ProductKey,
					FirmwareId,
					DeviceName,
				});
			});
		},
	};
}
