import RPCClient from '@alicloud/pop-core';
import type { ActionParameters } from '../../platform/catalog/actionParameters';

/** Nothing listens here, and nothing is ever sent here. */
export const NOWHERE = 'http://127.0.0.1:9';

/** Hands out the URL of a GET that Alibaba Cloud's own client signs, at the moment it would be sent. */
export async function popCoreUrl(
	parameters: ActionParameters & { readonly Action: string },
	key: { readonly accessKeyId: string; readonly accessKeySecret: string },
): Promise<string> {
	const client = new RPCClient({ endpoint: NOWHERE, apiVersion: '2018-01-20', ...key });
	const kept = new Error('kept from sending');
	let path = '';
	const options = {
		formatAction: false,
		formatParams: false,
		beforeRequest: (request: { path: string }) => {
			path = request.path;
			throw kept;
		},
	};
	await client.request(parameters.Action, parameters, options).catch((thrown: unknown) => {
		if (thrown !== kept) throw thrown;
	});
	return `${NOWHERE}${path}`;
}
