import type { IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { isRecord, parseJson, signRequest } from '../platform';
import type { ActionParameters, Connection, Dialect, HttpMethod, Stamp } from '../platform';

/**
 * A request of either n8n shape: nodes send `url`, the HTTP Request node and "Custom API Call" send the
 * older `uri` and `form`.
 */
export type N8nRequest = IHttpRequestOptions & {
	uri?: unknown;
	form?: unknown;
	formData?: unknown;
	rejectUnauthorized?: boolean;
	/** Ends the attempt of a node of this package. n8n does not hand on the `abortSignal` that a node sets. */
	ending?: AbortSignal;
	/** Common parameters other than the credential's, for a node that tries what the instance takes. */
	dialect?: Dialect;
};

const FORM = 'application/x-www-form-urlencoded';

/**
 * Signs a request of n8n. Parameters may stand in the URL, in `qs`, and in a form or JSON body; they leave
 * in the URL of a GET or the form body of a POST, as the very bytes that were signed. An earlier signature
 * is replaced. Throws a `UserError` for what this API cannot take.
 */
export function signN8nRequest(
	request: N8nRequest,
	connection: Connection,
	stamp: Stamp,
): N8nRequest {
	const { url, uri, baseURL, qs, body, form, formData, headers, ...others } = request;
	const { ending, dialect = connection.dialect, ...rest } = others;
	if (formData !== undefined) throw unusableBody();
	const method = readMethod(request.method);
	const isOlderShape = uri !== undefined && uri !== null;
	const target = readTarget(isOlderShape ? uri : url, baseURL, connection);
	const parameters = {
		...Object.fromEntries(target.searchParams),
		...readParameters(qs),
		...readParameters(body),
		...readParameters(form),
	};
	const signed = signRequest(method, parameters, { ...connection, dialect }, stamp);
	return {
		...rest,
		...(ending ? { abortSignal: ending } : {}),
		// n8n takes "url" before "uri", even an empty one.
		...(isOlderShape ? { uri: signed.url } : {}),
		url: signed.url,
		method: signed.method,
		headers: withoutContentType(headers),
		...(signed.body === undefined
			? {}
			: { body: signed.body, headers: { ...withoutContentType(headers), 'Content-Type': FORM } }),
		...(connection.anyCertificate ? anyCertificate(isOlderShape) : {}),
	};
}

function readMethod(method: string | undefined): HttpMethod {
	const upper = (method ?? 'GET').toUpperCase();
	if (upper === 'GET' || upper === 'POST') return upper;
	throw new UserError(`This API does not take ${upper} requests. Choose the method GET or POST.`);
}

/** The URL asked for. A signature opens the instance to whoever reads it, so it may go to no other host. */
function readTarget(address: unknown, baseURL: string | undefined, { endpoint }: Connection): URL {
	const path = typeof address === 'string' || address instanceof URL ? String(address).trim() : '';
	const base = baseURL === undefined || baseURL === '' ? `${endpoint.origin}/` : baseURL;
	if (!URL.canParse(base) || !URL.canParse(path, base)) {
		throw new UserError(
			`"${path || base}" is not a URL. Use ${endpoint.origin}/ as the URL, and put the parameters into the query.`,
		);
	}
	const target = new URL(path, base);
	if (target.origin === endpoint.origin && target.pathname === '/') return target;
	const place = target.origin === 'null' ? path : `${target.origin}${target.pathname}`;
	throw new UserError(
		`The URL leads to ${place}, but this credential is for ${endpoint.origin}/. Use that as the URL, or choose another credential.`,
	);
}

/** Reads parameters from whatever n8n holds them in: an object, a query or JSON text, or URLSearchParams. */
function readParameters(source: unknown): ActionParameters {
	if (source === undefined || source === null || source === '') return {};
	if (source instanceof URLSearchParams) return Object.fromEntries(source);
	if (typeof source === 'string') return readParameterText(source);
	if (!isRecord(source) || !isPlain(source)) throw unusableBody();
	return Object.fromEntries(
		Object.entries(source).map(([name, value]) => [name, asParameter(value)]),
	);
}

function readParameterText(text: string): ActionParameters {
	if (!text.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
	const json = parseJson(text);
	if (json === undefined) {
		throw new UserError(
			'The body starts like JSON, but is not valid JSON. Correct it, or send form fields.',
		);
	}
	return readParameters(json);
}

function isPlain(source: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(source);
	return prototype === null || prototype === Object.prototype;
}

function asParameter(value: unknown): string | string[] | undefined {
	if (value === undefined || value === null) return undefined;
	if (Array.isArray(value)) {
		return value.map((entry) => asParameter(entry)).flatMap((entry) => entry ?? []);
	}
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function withoutContentType(
	headers: IHttpRequestOptions['headers'],
): IHttpRequestOptions['headers'] {
	return Object.fromEntries(
		Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'),
	);
}

function anyCertificate(isOlderShape: boolean): Partial<N8nRequest> {
	return isOlderShape ? { rejectUnauthorized: false } : { skipSslCertificateValidation: true };
}

function unusableBody(): UserError {
	return new UserError(
		'This API takes its parameters in the query or as form fields. Set the body content type to "Form Urlencoded", or send no body.',
	);
}
