/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { toJson, type JsonObject } from './json';
import { toXml } from './xml';

/** One answer, ready to be written. */
export interface Answer {
	/** HTTP status */
	status: number;
	headers: Record<string, string>;
	body: string;
	/** the platform's error code; empty on success */
	code: string;
}

/** How the answer to one request is printed. */
export interface AnswerForm {
	xml: boolean;
	letterCase: 'camel' | 'pascal';
	bareNumbers: boolean;
	/** the root element of an XML answer is named after it */
	action: string;
	/** the HostId of gateway errors */
	endpoint: string;
}

/** The envelope of a success, the payload's fields beside its own. */
export function success(payload: JsonObject, form: AnswerForm): Answer {
	return envelope({ code: '', requestId: randomUUID(), success: true, ...payload }, '', form);
}

/** The envelope of a no by the action: HTTP 200 unless told otherwise. */
export function businessError(
	code: string,
	errorMessage: string,
	form: AnswerForm,
	status = 200,
): Answer {
	const tree = { code, errorMessage, requestId: randomUUID(), success: false };
	return { ...envelope(tree, code, form), status };
}

/** A no of the gateway: its own shape, always in Pascal case. */
export function gatewayError(
	code: string,
	message: string,
	form: AnswerForm,
	status = 400,
): Answer {
	const tree = { requestId: randomUUID(), hostId: form.endpoint, code, message };
	if (form.xml) return { ...xmlAnswer(toXml('Error', tree), status), code };
	return {
		...jsonAnswer(toJson(tree, { letterCase: 'pascal', bareNumbers: false }), status),
		code,
	};
}

/** The short page that web servers send for an error of their own. */
export function htmlPage(status: number, title = STATUS_CODES[status] ?? 'Error'): Answer {
	const heading = `${status} ${title}`;
	const body =
		`<html>\r\n<head><title>${heading}</title></head>\r\n` +
		`<body>\r\n<center><h1>${heading}</h1></center>\r\n</body>\r\n</html>\r\n`;
	return { status, headers: { 'Content-Type': 'text/html' }, body, code: `HTTP ${status}` };
}

/** A bug of the emulator, or of a test's fault plan, shows as a page that names it. */
export function mishap(error: unknown): Answer {
	return htmlPage(500, `Emulator: ${String(error)}`);
}

function envelope(tree: JsonObject, code: string, form: AnswerForm): Answer {
	if (form.xml) return { ...xmlAnswer(toXml(`${form.action}Response`, tree), 200), code };
	return { ...jsonAnswer(toJson(tree, form), 200), code };
}

function jsonAnswer(body: string, status: number): Omit<Answer, 'code'> {
	return { status, headers: { 'Content-Type': 'application/json;charset=utf-8' }, body };
}

function xmlAnswer(body: string, status: number): Omit<Answer, 'code'> {
	return { status, headers: { 'Content-Type': 'text/xml;charset=utf-8' }, body };
}
