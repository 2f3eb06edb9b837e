import OpenApi, { Config, OpenApiRequest, Params } from '@alicloud/openapi-client';
import Util from '@alicloud/openapi-util';
import { RuntimeOptions } from '@alicloud/tea-util';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import type { Emulator } from '../emulator/emulator';
import type { Client } from './client';
import { refusedBy } from './client';

/**
 * How the client, and the SDKs that stand on it, are set up for this platform: signature v2, since their
 * usual one (ACS3-HMAC-SHA256, in a header) is in no document of the platform.
 */
export function configFor({ endpoint }: Emulator, signatureAlgorithm = 'v2'): Config {
	return new Config({
		...{ endpoint, protocol: 'http', signatureAlgorithm },
		...{ accessKeyId: EMULATOR_ACCESS_KEY_ID, accessKeySecret: EMULATOR_ACCESS_KEY_SECRET },
	});
}

/** `@alicloud/openapi-client`, which calls any action by its name. */
export const openApi = openApiWith((emulator) => configFor(emulator));

/** The same, set up in another way. */
export function openApiWith(config: (emulator: Emulator) => Config): Client {
	return {
		name: 'openapi-client',
		ask: async (emulator, action, asked) => {
			const client = new OpenApi(config(emulator));
			const request = new OpenApiRequest({ query: Util.query({ ...asked }) });
			try {
				const runtime = new RuntimeOptions({});
				const { body } = await client.callApi(paramsOf(action), request, runtime);
				return { kind: 'answered', answer: body, lost: [] };
			} catch (thrown) {
				return refusedBy(thrown);
			}
		},
	};
}

function paramsOf(action: string): Params {
	return new Params({
		...{ action, version: '2018-01-20', protocol: 'HTTP', pathname: '/', method: 'POST' },
		...{ authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json' },
	});
}
