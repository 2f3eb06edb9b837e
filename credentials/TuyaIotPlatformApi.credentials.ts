import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { explain, newStamp, platformClocks, readConnection } from '../platform';
import { signN8nRequest } from './signN8nRequest';
import type { N8nRequest } from './signN8nRequest';

/** The key to one instance of the platform. Signs every request that n8n sends with it. */
export class TuyaIotPlatformApi implements ICredentialType {
	name = 'tuyaIotPlatformApi';

	displayName = 'Tuya IoT Platform API';

	icon = {
		light: 'file:../nodes/TuyaIotPlatform/tuyaIotPlatform.svg',
		dark: 'file:../nodes/TuyaIotPlatform/tuyaIotPlatform.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-tuya-iot-platform/n8n-nodes-tuya-iot-platform/blob/main/docs/CREDENTIAL.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. si-0123456789.tuyacloud.com:8686',
			description:
				'Host and port of your own platform instance. The instance console shows them under Development configuration > Cloud API, at the bottom of the page.',
		},
		{
			displayName: 'AccessKey ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. xMr9wgwXQLhv5AUa65o0',
			description:
				'The Access Key that the instance console shows under System management > Key management',
		},
		{
			displayName: 'AccessKey Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The Secret Key that the instance console shows beside the Access Key. It signs requests and is never sent.',
		},
		{
			displayName: 'The settings below fit nearly every instance. Change one only when told to.',
			name: 'rarelyChangedNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Common Parameters',
			name: 'commonParameters',
			type: 'options',
			default: 'full',
			options: [
				{
					name: 'Full',
					value: 'full',
					description: 'Send Version, SignatureVersion and Format, as the API reference lists them',
				},
				{
					name: 'Minimal',
					value: 'minimal',
					description: 'Leave these three out, as the examples of the API do',
				},
			],
			description:
				'Which of the parameters that all actions share are sent. Choose Minimal if the instance objects to one of them.',
		},
		{
			displayName: 'Version',
			name: 'version',
			type: 'options',
			default: '2018-01-20',
			options: [
				{ name: '2018-01-20', value: '2018-01-20' },
				{ name: '2022-01-01', value: '2022-01-01' },
			],
			displayOptions: { show: { commonParameters: ['full'] } },
			description: 'Version of the API that is asked for',
		},
		{
			displayName: 'HTTP Method',
			name: 'httpMethod',
			type: 'options',
			default: 'GET',
			options: [
				{
					name: 'GET',
					value: 'GET',
					description: 'Send everything in the URL, as the examples of the API do',
				},
				{ name: 'POST', value: 'POST', description: 'Send everything as a form' },
			],
			description:
				'How this package sends its requests. POST keeps parameters out of the access logs of proxies, if the instance takes it.',
		},
		{
			displayName: 'Region ID',
			name: 'regionId',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-shanghai',
			description: "Needed by Alibaba Cloud's own endpoint only. Leave empty for a Tuya instance.",
		},
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. iot-0123abcd',
			description: "Needed by Alibaba Cloud's own endpoint only. Leave empty for a Tuya instance.",
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the instance cannot be verified. Use it only for an instance with a private certificate, in a network you trust.',
		},
	];

	/** Signs a request of either n8n shape. Throws a `UserError` when a field or the request cannot be used. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: N8nRequest,
	): Promise<IHttpRequestOptions> {
		const connection = readConnection(credentials);
		if (!connection.ok) {
			const { message, description } = explain(connection.fault);
			throw new UserError(`${message}. ${description}`);
		}
		const stamp = newStamp(platformClocks.now(connection.value.endpoint.origin));
		return signN8nRequest(requestOptions, connection.value, stamp);
	}
}
