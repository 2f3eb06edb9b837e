/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and hashes; none of it ships */
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** What is kept of the file of an upload; its bytes are not. */
export interface UploadedFile {
	/** as the form names it */
	fileName: string;
	contentType: string;
	/** bytes */
	size: number;
	/** hex */
	md5: string;
	/** hex */
	sha256: string;
}

/** One form upload as it came in: nothing is judged yet. */
export interface Upload {
	method: string;
	/** path and query as received */
	url: string;
	/** the fields before the file, in order; those after it are left aside, as object storage does */
	form: { parameters: Map<string, string> };
	file?: UploadedFile;
	/** true when the body is not a whole multipart form */
	malformed: boolean;
}

/** Tells the form upload of object storage from a request of the platform's cloud API. */
export function isUpload({ method, url = '', headers }: IncomingMessage): boolean {
	const type = (headers['content-type'] ?? '').toLowerCase();
	return method === 'POST' && !url.includes('?') && type.startsWith('multipart/form-data');
}

/** Reads an upload to its end and holds no more of the file than the piece just read. */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
	const { method = '', url = '' } = request;
	const upload: Upload = { method, url, form: { parameters: new Map() }, malformed: false };
	const parser = parserInto(upload, request);
	const ended = new Promise<void>((resolve) => {
		parser?.once('finish', resolve).once('error', () => {
			upload.malformed = true;
			resolve();
		});
	});
	// Read on even when the form is broken, since a client sends all before it takes an answer.
	for await (const piece of request) {
		if (parser === undefined || upload.malformed || parser.write(piece)) continue;
		await Promise.race([ended, new Promise((resolve) => parser.once('drain', resolve))]);
	}
	if (parser === undefined || upload.malformed) return { ...upload, malformed: true };
	parser.end();
	await ended;
	return upload;
}

/** undefined when the header of the form lacks what it takes to read one. */
function parserInto(upload: Upload, { headers }: IncomingMessage): BusboyInstance | undefined {
	try {
		const parser = new Busboy({
			headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
			isPartAFile: (name, _, fileName) => name === 'file' || fileName !== undefined,
		});
		parser.on('field', (name, value) => {
			if (upload.file === undefined) upload.form.parameters.set(name, value);
		});
		parser.on('file', (name, stream, fileName, _, contentType) => {
			if (name !== 'file' || upload.file !== undefined) stream.resume();
			else upload.file = digested(stream, { fileName, contentType });
		});
		return parser;
	} catch {
		return undefined;
	}
}

/** The facts of a file; they are complete once the stream has ended. */
function digested(
	stream: Readable,
	{ fileName, contentType }: Pick<UploadedFile, 'fileName' | 'contentType'>,
): UploadedFile {
	const file: UploadedFile = {
		fileName: fileName ?? '',
		contentType,
		size: 0,
		md5: '',
		sha256: '',
	};
	const md5 = createHash('md5');
	const sha256 = createHash('sha256');
	stream.on('data', (piece: Buffer) => {
		file.size += piece.length;
		md5.update(piece);
		sha256.update(piece);
	});
	stream.on('end', () => {
		file.md5 = md5.digest('hex');
		file.sha256 = sha256.digest('hex');
	});
	// The parser tells of the same error.
	stream.on('error', () => undefined);
	return file;
}
