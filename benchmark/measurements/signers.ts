/* eslint-disable @n8n/community-nodes/no-restricted-imports, import-x/no-unresolved -- never shipped: compared with this package; installed in benchmark only */
import OpenApiUtil from '@alicloud/openapi-util';
import RPCClient from '@alicloud/pop-core';
import Base64 from 'crypto-js/enc-base64';
import HmacSHA1 from 'crypto-js/hmac-sha1';
import { readConnection, signRequest, toWire } from '../../platform';
import type { Connection } from '../../platform';
import { DEMO } from '../../test/emulator/fleet/fleets';
import { deviceNames } from '../contestants/contestant';
import { signedQuery } from '../contestants/snippet';
import { NAMES } from './plan';

/** Nothing listens here, and nothing is sent here. */
const NOWHERE = 'http://127.0.0.1:9';
const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const STAMP = { nonce: '9e6189124f5a4716ad2de849467b0001', timestamp: '2024-11-19T09:47:43Z' };
const UNIQUE = { SignatureNonce: STAMP.nonce, Timestamp: STAMP.timestamp };

const OWN = {
	Action: 'CancelOTATaskByDevice',
	ProductKey: DEMO.productKey,
	FirmwareId: DEMO.firmwareId,
	DeviceName: deviceNames(NAMES),
};

/** Signs the same request of 200 names, from the list of names on; hands out its signature. */
export interface Signer {
	readonly name: string;
	/** Up to where it is measured. */
	readonly result: 'URL' | 'signature';
	readonly sign: () => string | Promise<string>;
}

export const signers = {
	thisPackage: { name: 'this package', result: 'URL', sign: thisPackage() },
	openApiUtil: { name: '@alicloud/openapi-util', result: 'signature', sign: openApiUtil },
	popCore: { name: '@alicloud/pop-core', result: 'URL', sign: popCore() },
	cryptoJs: { name: 'crypto-js', result: 'URL', sign: cryptoJs },
} as const satisfies Record<string, Signer>;

export type SignerKey = keyof typeof signers;

/** The signature in a signed URL, path or query; a signature by itself is left as it is. */
export function signatureIn(signed: string): string {
	const [, encoded] = /[?&]Signature=([^&]+)/.exec(signed) ?? [];
	return encoded === undefined ? signed : decodeURIComponent(encoded);
}

function thisPackage(): () => string {
	const connection = loopback();
	return () => signRequest('GET', OWN, connection, STAMP).url;
}

function loopback(): Connection {
	const connection = readConnection({ endpoint: NOWHERE, ...KEY });
	if (!connection.ok) throw new Error('The connection cannot be read');
	return connection.value;
}

/** As the SDK calls it, which writes the list out first. The SDK makes the URL elsewhere. */
function openApiUtil(): string {
	const parameters = OpenApiUtil.query({
		...OWN,
		...UNIQUE,
		Format: 'JSON',
		Version: '2018-01-20',
		AccessKeyId: KEY.accessKeyId,
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
	});
	return OpenApiUtil.getRPCSignature(parameters, 'GET', KEY.accessKeySecret);
}

/** It signs only what it sends, so it is stopped at the moment before it would send. */
function popCore(): () => Promise<string> {
	const client = new RPCClient({ endpoint: NOWHERE, apiVersion: '2018-01-20', ...KEY });
	const kept = new Error('kept from sending');
	return async () => {
		let path = '';
		const beforeRequest = (request: { path: string }) => {
			path = request.path;
			throw kept;
		};
		await client.request(OWN.Action, { ...OWN, ...UNIQUE }, { beforeRequest }).catch(() => {});
		return path;
	};
}

/** The code that people write from the signature's document, with crypto-js for the HMAC. */
function cryptoJs(): string {
	const hmac = (text: string, key: string) => Base64.stringify(HmacSHA1(text, key));
	return `${NOWHERE}/?${signedQuery(toWire(OWN), KEY, hmac, UNIQUE)}`;
}
