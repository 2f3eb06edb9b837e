import type { IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { Connection } from '../platform/connection';
import { isRecord } from '../platform/json';
import { signRequest, toWire } from '../platform/request';
import type { ActionParameters, Stamp } from '../platform/request';
import type { HttpMethod } from '../platform/signature';

/**
 * A request of either n8n shape: nodes send `url`, the HTTP Request node and "Custom API Call" send the
 * older `uri` and `form`.
 */
export type N8nRequest = IHttpRequestOptions & {
	uri?: unknown;
	form?: unknown;
	formData?: unknown;
	rejectUnauthorized?: boolean;
};

const FORM = 'application/x-www-form-urlencoded';

/**
 * Signs a request of n8n. Parameters may stand in the URL, in `qs`, and for a POST in a form or JSON body;
 * they leave in the URL of a GET or the form body of a POST, as the very bytes that were signed. An earlier
 * signature is replaced. Throws a `UserError` for what this API cannot take.
 */
export function signN8nRequest(
	request: N8nRequest,
	connection: Connection,
	stamp: Stamp,
): N8nRequest {
	const { url, uri, baseURL, qs, body, form, formData, headers, ...rest } = request;
	if (formData !== undefined) throw unusableBody();
	const method = readMethod(request.method);
	const target = new URL(addressOf(uri ?? url, baseURL), connection.endpoint.origin);
	if (target.origin !== connection.endpoint.origin) {
		throw new UserError(
			`The URL leads to ${target.host}, but this credential is for ${connection.endpoint.host}. Use the endpoint of the credential in the URL, or choose another credential.`,
		);
	}
	const parameters = {
		...Object.fromEntries(target.searchParams),
		...readParameters(qs),
		...(method === 'POST' ? { ...readParameters(body), ...readParameters(form) } : {}),
	};
	const signed = signRequest(method, toWire(parameters), connection, stamp);
	const legacy = uri !== undefined;
	return {
		...rest,
		...(legacy ? { uri: signed.url, url: '' } : { url: signed.url }),
		method: signed.method,
		headers:
			signed.body === undefined
				? headers
				: { ...withoutContentType(headers), 'Content-Type': FORM },
		...(signed.body === undefined ? {} : { body: signed.body }),
		...(connection.anyCertificate
			? legacy
				? { rejectUnauthorized: false }
				: { skipSslCertificateValidation: true }
			: {}),
	};
}

function readMethod(method: string | undefined): HttpMethod {
	const upper = (method ?? 'GET').toUpperCase();
	if (upper === 'GET' || upper === 'POST') return upper;
	throw new UserError(`This API does not take ${upper} requests. Choose the method GET or POST.`);
}

function addressOf(address: unknown, baseURL: string | undefined): string {
	const path = typeof address === 'string' || address instanceof URL ? String(address) : '';
	return baseURL === undefined ? path : new URL(path, baseURL).href;
}

/** Reads parameters from whatever n8n holds them in: an object, a query text, or URLSearchParams. */
function readParameters(source: unknown): ActionParameters {
	if (source === undefined || source === null || source === '') return {};
	if (source instanceof URLSearchParams) return Object.fromEntries(source);
	if (typeof source === 'string') return Object.fromEntries(new URLSearchParams(source));
	if (!isRecord(source) || Object.getPrototypeOf(source) !== Object.prototype) throw unusableBody();
	return Object.fromEntries(
		Object.entries(source).map(([name, value]) => [name, asParameter(value)]),
	);
}

function asParameter(value: unknown): string | string[] | undefined {
	if (value === undefined || value === null) return undefined;
	if (Array.isArray(value))
		return value.map((entry) => asParameter(entry)).flatMap((entry) => entry ?? []);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function withoutContentType(
	headers: IHttpRequestOptions['headers'],
): IHttpRequestOptions['headers'] {
	return Object.fromEntries(
		Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'),
	);
}

function unusableBody(): UserError {
	return new UserError(
		'This API takes its parameters in the query or as form fields. Set the body content type to "Form Urlencoded", or send no body.',
	);
}
