/* eslint-disable @n8n/community-nodes/no-restricted-imports, import-x/no-unresolved -- never shipped: compared with this package; installed in benchmark only */
import Iot, { CancelOTATaskByDeviceRequest } from '@alicloud/iot20180120';
import { Config, GlobalParameters } from '@alicloud/openapi-client';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { DEMO } from '../../test/emulator/fleet/fleets';
import type { Contestant } from './contestant';
import { callOneByOne } from './paced';

/**
 * A script around Alibaba Cloud's IoT SDK. Two settings make it speak to this platform: signature v2, since
 * its usual one (ACS3-HMAC-SHA256 in a header) is in no document of the platform; and Format, which it
 * writes "json" where the platform's pages know JSON and XML only.
 */
export const iotSdk: Contestant = {
	name: '@alicloud/iot20180120, 200 a call',
	devicesPerRequest: 200,
	load: async () => async (task) => {
		const client = new Iot(
			new Config({
				endpoint: task.endpoint,
				protocol: 'http',
				signatureAlgorithm: 'v2',
				globalParameters: new GlobalParameters({ queries: { Format: 'JSON' } }),
				accessKeyId: EMULATOR_ACCESS_KEY_ID,
				accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
			}),
		);
		return await callOneByOne(task, 200, async (names) => {
			const { productKey, firmwareId } = DEMO;
			const deviceName = [...names];
			return await client.cancelOTATaskByDevice(
				new CancelOTATaskByDeviceRequest({ productKey, firmwareId, deviceName }),
			);
		});
	},
};
