import type { HttpMethod } from '../../../platform/signing/signature';

/** Parameters as they go over the wire: one text for each name, lists already written out. */
export type WireParameters = Readonly<Record<string, string>>;

interface Vector {
	readonly source: string;
	readonly expected: string;
}

interface RequestVector extends Vector {
	readonly id: string;
	readonly method: HttpMethod;
	readonly secret: string;
	readonly params: WireParameters;
	readonly stringToSign: string;
}

/** Published and cross-checked figures of the RPC signature, version 1.0. */
export interface Vectors {
	readonly rpc: readonly RequestVector[];
	/** `key` is the HMAC key as used, a trailing ampersand included where there is one. */
	readonly hmac: ReadonlyArray<
		Vector & { readonly id: string; readonly key: string; readonly stringToSign: string }
	>;
	readonly stringToSign: ReadonlyArray<
		Vector & { readonly method: HttpMethod; readonly params: WireParameters }
	>;
	readonly percentEncode: ReadonlyArray<{
		readonly source: string;
		readonly in: string;
		readonly out: string;
	}>;
	readonly cancel: ReadonlyArray<RequestVector & { readonly deviceNames: readonly string[] }>;
}

const MINIMAL_CANCEL = {
	Action: 'CancelOTATaskByDevice',
	AccessKeyId: 'testid',
	FirmwareId: '168',
	ProductKey: 'k1nhvyl0001',
	SignatureMethod: 'HMAC-SHA1',
	SignatureNonce: '9e6189124f5a4716ad2de849467b0001',
	Timestamp: '2024-11-19T09:47:43Z',
};

export const VECTORS: Vectors = {
	rpc: [
		{
			id: 'rpc-doc-DescribeRegions-GET',
			source: 'Alibaba Cloud, RPC request signature (document_detail/25492)',
			method: 'GET',
			secret: 'testsecret',
			params: {
				AccessKeyId: 'testid',
				Action: 'DescribeRegions',
				Format: 'XML',
				SignatureMethod: 'HMAC-SHA1',
				SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
				SignatureVersion: '1.0',
				Timestamp: '2016-02-23T12:46:24Z',
				Version: '2014-05-26',
			},
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
			expected: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
		},
		{
			id: 'iot-doc-Pub-GET',
			source: 'Alibaba Cloud IoT, request signatures (document_detail/30563)',
			method: 'GET',
			secret: 'testsecret',
			params: {
				MessageContent: 'aGVsbG93b3JsZA=',
				Action: 'Pub',
				Timestamp: '2017-10-02T09:39:41Z',
				SignatureVersion: '1.0',
				ServiceCode: 'iot',
				Format: 'XML',
				Qos: '0',
				SignatureNonce: '0715a395-aedf-4a41-bab7-746b43d38d88',
				Version: '2017-04-20',
				AccessKeyId: 'testid',
				SignatureMethod: 'HMAC-SHA1',
				RegionId: 'cn-shanghai',
				ProductKey: '12345abcdeZ',
				TopicFullName: '/productKey/testdevice/get',
			},
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DPub%26Format%3DXML%26MessageContent%3DaGVsbG93b3JsZA%253D%26ProductKey%3D12345abcdeZ%26Qos%3D0%26RegionId%3Dcn-shanghai%26ServiceCode%3Diot%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D0715a395-aedf-4a41-bab7-746b43d38d88%26SignatureVersion%3D1.0%26Timestamp%3D2017-10-02T09%253A39%253A41Z%26TopicFullName%3D%252FproductKey%252Ftestdevice%252Fget%26Version%3D2017-04-20',
			expected: 'Y9eWn4nF8QPh3c4zAFkM/k/u7eA=',
		},
		{
			id: 'sms-doc-SendSms-GET-unicode-json',
			source: 'Alibaba Cloud SMS (document_detail/56189)',
			method: 'GET',
			secret: 'testSecret',
			params: {
				AccessKeyId: 'testId',
				Action: 'SendSms',
				Format: 'XML',
				OutId: '123',
				PhoneNumbers: '15300000001',
				RegionId: 'cn-hangzhou',
				SignName: '阿里云短信测试专用',
				SignatureMethod: 'HMAC-SHA1',
				SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
				SignatureVersion: '1.0',
				TemplateCode: 'SMS_71390007',
				TemplateParam: '{"customer":"test"}',
				Timestamp: '2017-07-12T02:42:19Z',
				Version: '2017-05-25',
			},
			stringToSign:
				'GET&%2F&AccessKeyId%3DtestId%26Action%3DSendSms%26Format%3DXML%26OutId%3D123%26PhoneNumbers%3D15300000001%26RegionId%3Dcn-hangzhou%26SignName%3D%25E9%2598%25BF%25E9%2587%258C%25E4%25BA%2591%25E7%259F%25AD%25E4%25BF%25A1%25E6%25B5%258B%25E8%25AF%2595%25E4%25B8%2593%25E7%2594%25A8%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D45e25e9b-0a6f-4070-8c85-2956eda1b466%26SignatureVersion%3D1.0%26TemplateCode%3DSMS_71390007%26TemplateParam%3D%257B%2522customer%2522%253A%2522test%2522%257D%26Timestamp%3D2017-07-12T02%253A42%253A19Z%26Version%3D2017-05-25',
			expected: 'zJDF+Lrzhj/ThnlvIToysFRq6t4=',
		},
		{
			id: 'openapi-util-get-rpc',
			source: 'aliyun/darabonba-openapi-util, getRPCSignatureTest',
			method: 'GET',
			secret: 'secret',
			params: {
				query: 'test',
				body: 'test',
			},
			stringToSign: 'GET&%2F&body%3Dtest%26query%3Dtest',
			expected: 'XlUyV4sXjOuX5FnjUz9IF9tm5rU=',
		},
		{
			id: 'rpc-doc-DescribeRegions-GET-TimeStamp',
			source: 'older copies of the same page',
			method: 'GET',
			secret: 'testsecret',
			params: {
				AccessKeyId: 'testid',
				Action: 'DescribeRegions',
				Format: 'XML',
				SignatureMethod: 'HMAC-SHA1',
				SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
				SignatureVersion: '1.0',
				Version: '2014-05-26',
				TimeStamp: '2016-02-23T12:46:24Z',
			},
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf%26SignatureVersion%3D1.0%26TimeStamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26',
			expected: 'CT9X0VtwR86fNWSnsc6v8YGOjuE=',
		},
	],
	hmac: [
		{
			id: 'go-shahmac1-utf8',
			source: 'aliyun/alibaba-cloud-sdk-go',
			key: 'secret',
			stringToSign: '中文',
			expected: 'CqCYIa39h9SSWuXnTz8F5hh9UPA=',
		},
		{
			id: 'sts-doc-AssumeRole',
			source: 'Alibaba Cloud STS, AssumeRole',
			key: 'testsecret&',
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DAssumeRole%26Format%3DJSON%26RoleArn%3Dacs%253Aram%253A%253A1234567890123%253Arole%252Ffirstrole%26RoleSessionName%3Dclient%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D571f8fb8-506e-11e5-8e12-b8e8563dc8d2%26SignatureVersion%3D1.0%26Timestamp%3D2015-09-01T05%253A57%253A34Z%26Version%3D2015-04-01',
			expected: 'gNI7b0AyKZHxDgjBGPDgJ1Ce3L4=',
		},
	],
	stringToSign: [
		{
			source: 'aliyun/alibaba-cloud-sdk-go, rpc_signature_composer_test',
			method: 'GET',
			params: {},
			expected: 'GET&%2F&',
		},
		{
			source: 'aliyun/alibaba-cloud-sdk-go, rpc_signature_composer_test',
			method: 'GET',
			params: {
				key: 'value',
			},
			expected: 'GET&%2F&key%3Dvalue',
		},
		{
			source: 'aliyun/alibaba-cloud-sdk-go, rpc_signature_composer_test',
			method: 'GET',
			params: {
				key: 'value',
				q: 'value',
			},
			expected: 'GET&%2F&key%3Dvalue%26q%3Dvalue',
		},
	],
	percentEncode: [
		{
			source: 'aliyun/openapi-core-nodejs-sdk, rpc.test',
			in: "str'str",
			out: 'str%27str',
		},
		{
			source: 'aliyun/openapi-core-nodejs-sdk, rpc.test',
			in: 'str(str',
			out: 'str%28str',
		},
		{
			source: 'aliyun/openapi-core-nodejs-sdk, rpc.test',
			in: 'str)str',
			out: 'str%29str',
		},
		{
			source: 'aliyun/openapi-core-nodejs-sdk, rpc.test',
			in: 'str*str',
			out: 'str%2Astr',
		},
	],
	cancel: [
		{
			id: 'derived-cancel-2',
			source:
				'computed, agreed on by: node:crypto, @alicloud/openapi-util@0.3.3 getRPCSignature, @alicloud/pop-core@1.8.0, python3 hmac+urllib.quote',
			method: 'GET',
			secret: 'testsecret',
			params: {
				Action: 'CancelOTATaskByDevice',
				SignatureNonce: '9e6189124f5a4716ad2de849467b0000',
				AccessKeyId: 'testid',
				SignatureMethod: 'HMAC-SHA1',
				Timestamp: '2024-11-19T09:47:43Z',
				FirmwareId: '168',
				ProductKey: 'k1nhvylabcd',
			},
			deviceNames: ['testDevice1', 'testDevice2'],
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DCancelOTATaskByDevice%26DeviceName.1%3DtestDevice1%26DeviceName.2%3DtestDevice2%26FirmwareId%3D168%26ProductKey%3Dk1nhvylabcd%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D9e6189124f5a4716ad2de849467b0000%26Timestamp%3D2024-11-19T09%253A47%253A43Z',
			expected: '/G1dlKrHXmGYwsPzsm1Rz5WQuJM=',
		},
		{
			id: 'minimal-cancel-GET',
			source: "computed, in the form of the platform's own example",
			method: 'GET',
			secret: 'testsecret',
			params: MINIMAL_CANCEL,
			deviceNames: ['testDevice1', 'testDevice2'],
			stringToSign:
				'GET&%2F&AccessKeyId%3Dtestid%26Action%3DCancelOTATaskByDevice%26DeviceName.1%3DtestDevice1%26DeviceName.2%3DtestDevice2%26FirmwareId%3D168%26ProductKey%3Dk1nhvyl0001%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D9e6189124f5a4716ad2de849467b0001%26Timestamp%3D2024-11-19T09%253A47%253A43Z',
			expected: 'ngLYkWk/xxp+4zdm0sv2tTVkA5w=',
		},
		{
			id: 'minimal-cancel-POST',
			source: "computed, in the form of the platform's own example",
			method: 'POST',
			secret: 'testsecret',
			params: MINIMAL_CANCEL,
			deviceNames: ['testDevice1', 'testDevice2'],
			stringToSign:
				'POST&%2F&AccessKeyId%3Dtestid%26Action%3DCancelOTATaskByDevice%26DeviceName.1%3DtestDevice1%26DeviceName.2%3DtestDevice2%26FirmwareId%3D168%26ProductKey%3Dk1nhvyl0001%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D9e6189124f5a4716ad2de849467b0001%26Timestamp%3D2024-11-19T09%253A47%253A43Z',
			expected: 'mH2D9ObCP+4vxwrIdDIj+2VyBLw=',
		},
	],
};
