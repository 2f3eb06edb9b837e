import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { badInput } from '../../../../../platform/faults';
import type { InputFault } from '../../../../../platform/faults';
import { done, failed } from '../../../../../platform/result';
import type { Result } from '../../../../../platform/result';

/** A file of an item, read once. */
export interface BinaryFile {
	readonly name: string;
	readonly content: Blob;
	/** Hexadecimal digits. */
	readonly sign: string;
}

/**
 * Reads a file of an item and computes its signature on the way. The content is held once while it is
 * read, and a second time for the moment in which its parts become one.
 */
export async function readBinary(
	context: IExecuteFunctions,
	item: number,
	property: string,
	algorithm: 'md5' | 'sha256',
): Promise<Result<BinaryFile, InputFault>> {
	const data = context.getInputData()[item]?.binary?.[property];
	if (!data) return failed(noFile(context, item, property));
	const hash = createHash(algorithm);
	const parts: Buffer[] = [];
	const chunks = data.id
		? await context.helpers.getBinaryStream(data.id)
		: [await context.helpers.getBinaryDataBuffer(item, property)];
	for await (const chunk of chunks) {
		const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		hash.update(part);
		parts.push(part);
	}
	const content = new Blob(parts);
	if (content.size > 0)
		return done({ name: data.fileName ?? '', content, sign: hash.digest('hex') });
	return failed(
		badInput(
			'Input Data Field Name',
			`names an empty file ("${property}")`,
			'Hand on a file with content.',
		),
	);
}

function noFile(context: IExecuteFunctions, item: number, property: string): InputFault {
	const names = Object.keys(context.getInputData()[item]?.binary ?? {});
	return badInput(
		'Input Data Field Name',
		`names no file of the item ("${property}")`,
		names.length > 0
			? `The item has: ${names.join(', ')}.`
			: 'The item has no file. Put a node in front that reads one, e.g. Read/Write Files from Disk or HTTP Request.',
	);
}
