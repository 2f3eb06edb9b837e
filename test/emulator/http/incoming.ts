/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import type { IncomingMessage } from 'node:http';
import { decodeForm, type DecodedForm } from './parameters';

/** One request as it came in: nothing is judged yet. */
export interface Incoming {
	method: string;
	/** path and query as received */
	url: string;
	path: string;
	form: DecodedForm;
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Reads a request whole. Bodies that are no form are read and left aside. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
	const { method = '', url = '' } = request;
	const questionMark = url.indexOf('?');
	const path = questionMark < 0 ? url : url.slice(0, questionMark);
	const query = questionMark < 0 ? '' : url.slice(questionMark + 1);
	const body = method === 'GET' ? '' : await readBody(request);
	const isForm = (request.headers['content-type'] ?? '').toLowerCase().startsWith(FORM_TYPE);
	return { method, url, path, form: decodeForm(query, isForm ? body : '') };
}

async function readBody(request: IncomingMessage): Promise<string> {
	let body = '';
	request.setEncoding('utf8');
	for await (const chunk of request) body += String(chunk);
	return body;
}
