import type { ICredentialTestFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { toWire } from '../../../platform';
import type { ActionCall, ClientPorts, Connection, Dialect, Outgoing } from '../../../platform';
import { CREDENTIAL } from './connection';
import type { SendingContext } from './connection';
import { readHttpResponse } from './httpResponse';

// The only place through which requests leave: the one port of the client that n8n's helpers serve.

type Send = ClientPorts['send'];

/**
 * Sends with n8n's helpers. n8n has the credential sign each call; a form leaves as it is.
 * @param withCertificate whether to look at the certificate that an answer comes under
 */
export function sendingOf(
	context: SendingContext,
	connection: Connection,
	withCertificate = false,
): Send {
	return async (outgoing) => {
		const { call, ending, origin } = outgoing;
		const asked: Promise<unknown> = call
			? context.helpers.httpRequestWithAuthentication.call(
					context,
					CREDENTIAL,
					callRequest(call, connection, outgoing),
				)
			: context.helpers.httpRequest(formRequest(outgoing));
		return await readHttpResponse(asked, ending, origin, withCertificate);
	};
}

/** Sends from a credential test, to which n8n gives no other way out than the older request helper. */
export function sendingOfTest(
	context: ICredentialTestFunctions,
	{ anyCertificate }: Connection,
): Send {
	return async ({ request, timeout, ending, origin }) => {
		const { url, ...rest } = request();
		const asked: Promise<unknown> = context.helpers.request({
			...rest,
			uri: url,
			...(anyCertificate ? { rejectUnauthorized: false } : {}),
			timeout,
			json: false,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			// Whatever answers at a mistyped endpoint may send without end, so it is counted while it comes.
			useStream: true,
		});
		return await readHttpResponse(asked, ending, origin);
	};
}

/**
 * A request with the signal of its attempt, which the credential hands on to whoever sends, and with the common
 * parameters that the credential is to sign.
 */
type AttemptRequest = IHttpRequestOptions & {
	readonly ending: AbortSignal;
	readonly dialect: Dialect;
};

function callRequest(
	call: ActionCall,
	{ method, endpoint, dialect }: Connection,
	outgoing: Outgoing,
): AttemptRequest {
	const parameters = { Action: call.action, ...toWire(call.parameters) };
	return {
		...asItCame(outgoing),
		method,
		url: `${endpoint.origin}/`,
		...(method === 'GET' ? { qs: parameters } : { body: parameters }),
		ending: outgoing.ending,
		dialect,
	};
}

function formRequest(outgoing: Outgoing): IHttpRequestOptions {
	const { body, ...request } = outgoing.request();
	return {
		...asItCame(outgoing),
		...request,
		// n8n takes an object without keys of its own for an empty body.
		body: body instanceof FormData ? Object.assign(body, { isForm: true }) : body,
		// The credential's Ignore SSL Issues is for the platform: whoever takes the form is somebody else.
		skipSslCertificateValidation: false,
	};
}

/**
 * The answer is counted while it comes and judged by the platform's own rules, so n8n must neither read nor
 * parse nor refuse it, nor follow it elsewhere, which would hold a file in memory once more.
 */
function asItCame({ timeout, ending }: Outgoing) {
	return {
		timeout,
		// In an execution n8n puts a signal of its own in place of this one.
		abortSignal: ending,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	} satisfies Partial<IHttpRequestOptions>;
}
