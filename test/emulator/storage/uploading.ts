import type { Emulator } from '../emulator';
import { dataOf, send, type RawAnswer } from '../testing';

/** The grant of GenerateOTAUploadURL, every value as text. */
export type Grant = Record<string, string>;

/** Asks for leave to upload. */
export async function granted(emulator: Emulator, FileSuffix = 'bin'): Promise<Grant> {
	const data = await dataOf(emulator, 'GenerateOTAUploadURL', { FileSuffix });
	return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
}

/** The form fields that a grant stands for, in the order of the storage's own example. */
export function formFields(grant: Grant): Array<[string, string]> {
	return [
		['key', grant['key'] ?? ''],
		['OSSAccessKeyId', grant['OSSAccessKeyId'] ?? ''],
		['policy', grant['policy'] ?? ''],
		['Signature', grant['signature'] ?? ''],
	];
}

/** Sends a form with these fields, the file last. */
export async function sendForm(
	emulator: Emulator,
	fields: ReadonlyArray<readonly [string, string]>,
	content: string,
	fileField = 'file',
): Promise<RawAnswer> {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	form.append(fileField, new Blob([content]), 'lamp.bin');
	return sendBody(emulator, form);
}

/** Sends any form as it is. */
export async function sendBody(emulator: Emulator, form: FormData): Promise<RawAnswer> {
	const encoded = new Response(form);
	const body = Buffer.from(await encoded.arrayBuffer());
	const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
	return send(emulator, '/', { method: 'POST', headers, body });
}

/** Asks for leave, uploads and hands out the FirmwareUrl. */
export async function uploaded(emulator: Emulator, content: string): Promise<string> {
	const grant = await granted(emulator);
	await sendForm(emulator, formFields(grant), content);
	return grant['firmwareUrl'] ?? '';
}
