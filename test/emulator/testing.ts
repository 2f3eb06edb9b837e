/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import RPCClient from '@alicloud/pop-core';
import { createHmac, randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
	type Emulator,
	type EmulatorOptions,
} from './emulator';

/** Runs a piece of a test on an emulator that is stopped afterwards, come what may. */
export async function withEmulator<Result>(
	options: EmulatorOptions,
	use: (emulator: Emulator) => Promise<Result>,
): Promise<Result> {
	const emulator = await startEmulator(options);
	try {
		return await use(emulator);
	} finally {
		await emulator.stop();
	}
}

/** ms; a computer busy with other tests can be slow to answer. */
const PATIENCE = 20_000;

/** What a JSON answer holds; a test names the fields that it expects. */
export type AnswerTree = Record<string, unknown>;

/** Calls an action with a client that others wrote and use against the real gateway. */
export async function call(
	emulator: Emulator,
	action: string,
	parameters: Record<string, unknown> = {},
	method: 'GET' | 'POST' = 'GET',
): Promise<AnswerTree> {
	const client = new RPCClient({
		endpoint: emulator.url,
		apiVersion: '2018-01-20',
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	});
	const ca = emulator.certificate;
	const agent = ca === undefined ? undefined : new HttpsAgent({ ca });
	const options = { method, timeout: PATIENCE, ...(agent !== undefined && { agent }) };
	const answer = await client.request<AnswerTree>(action, parameters, options);
	agent?.destroy();
	return answer;
}

/** The code of the answer to an action, whether the client throws it or hands it out. */
export async function codeOf(
	emulator: Emulator,
	action: string,
	parameters: Record<string, unknown> = {},
	method: 'GET' | 'POST' = 'GET',
): Promise<unknown> {
	await call(emulator, action, parameters, method).catch(() => undefined);
	return emulator.log.at(-1)?.code;
}

export interface RawAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Sends one request as given, e.g. one that no client would make. */
export function send(
	emulator: Emulator,
	pathAndQuery: string,
	options: RequestOptions & { ca?: string; body?: string | Buffer } = {},
): Promise<RawAnswer> {
	const { body, ...others } = options;
	const request = emulator.certificate === undefined ? httpRequest : httpsRequest;
	const { port } = emulator;
	return new Promise((resolve, reject) => {
		const sent = request({ host: '127.0.0.1', port, path: pathAndQuery, ...others }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => (text += chunk));
			answer.on('error', reject);
			answer.on('end', () =>
				resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
			);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** The `data` of an answer to an action that succeeds. */
export async function dataOf(
	emulator: Emulator,
	action: string,
	parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
	const { data } = await call(emulator, action, parameters);
	if (typeof data === 'object' && data !== null) return { ...data };
	throw new Error(`The answer to ${action} has no data`);
}

/** Expects each action to refuse its parameters with its code. */
export async function expectCodes(
	options: EmulatorOptions,
	action: string,
	cases: ReadonlyArray<readonly [parameters: Record<string, unknown>, code: string]>,
): Promise<void> {
	await withEmulator(options, async (emulator) => {
		for (const [parameters, code] of cases) {
			expect([parameters, await codeOf(emulator, action, parameters)]).toEqual([parameters, code]);
		}
	});
}

/** Common parameters of a sound request; the time is the emulator's default clock's. */
export function commonParameters(time = Date.now()): Record<string, string> {
	return {
		AccessKeyId: EMULATOR_ACCESS_KEY_ID,
		SignatureMethod: 'HMAC-SHA1',
		SignatureNonce: randomUUID(),
		Timestamp: new Date(time).toISOString().slice(0, 19) + 'Z',
	};
}

/** A signed query or form body, for what the client above cannot be made to send. */
export function signedQuery(
	parameters: Record<string, string>,
	method = 'GET',
	secret: string = EMULATOR_ACCESS_KEY_SECRET,
): string {
	const query = Object.keys(parameters)
		.sort()
		.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
		.join('&');
	const text = `${method}&%2F&${encode(query)}`;
	const signature = createHmac('sha1', `${secret}&`).update(text).digest('base64');
	return `${query}&Signature=${encode(signature)}`;
}

function encode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** Sends a signed ListOTAFirmware whose common parameters are changed as given. */
export function sendChanged(
	emulator: Emulator,
	changes: Record<string, string> = {},
): Promise<RawAnswer> {
	const action = { Action: 'ListOTAFirmware', CurrentPage: '1', PageSize: '10' };
	return send(emulator, `/?${signedQuery({ ...commonParameters(), ...action, ...changes })}`);
}

/** Sends such a changed request and expects the gateway to refuse it in its own shape. */
export async function expectRefusal(
	changes: Record<string, string>,
	code: string,
	status = 400,
	options: EmulatorOptions = {},
) {
	await withEmulator(options, async (emulator) => {
		const answer = await sendChanged(emulator, changes);
		expect(answer.status).toBe(status);
		expect(JSON.parse(answer.body)).toEqual({
			RequestId: expect.any(String),
			HostId: emulator.endpoint,
			Code: code,
			Message: expect.any(String),
		});
		expect(emulator.log).toEqual([expect.objectContaining({ outcome: 'refused', code, status })]);
	});
}
