import { createHash } from 'node:crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { badInput, fail, ok } from '../../../../../platform';
import type { InputFault, Result } from '../../../../../platform';

/** Bytes that a form takes. */
type Piece = Uint8Array<ArrayBuffer>;

/** A file of an item, read once to know it. */
export interface BinaryFile {
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** Hexadecimal digits. */
	readonly sign: string;
	/** Reads the content from its start, piece by piece, however often it is called. */
	readonly pieces: () => AsyncIterable<Piece>;
}

/**
 * Reads a file of an item to know its size and signature. Where n8n keeps files beside the items, no more
 * than a piece of it is in memory; where it keeps them within, the content is decoded once.
 */
export async function readBinary(
	context: IExecuteFunctions,
	item: number,
	property: string,
	algorithm: 'md5' | 'sha256',
): Promise<Result<BinaryFile, InputFault>> {
	const data = binaryOf(context, item, property);
	if (!data) return fail(noFile(context, item, property));
	const pieces = await readerOf(context, item, property, data);
	const hash = createHash(algorithm);
	let size = 0;
	for await (const piece of pieces()) {
		hash.update(piece);
		size += piece.byteLength;
	}
	if (size > 0) return ok({ name: data.fileName ?? '', size, sign: hash.digest('hex'), pieces });
	return fail(
		badInput(
			'Input Data Field Name',
			`names an empty file ("${property}")`,
			'Hand on a file with content.',
		),
	);
}

/** Undefined for a property that holds no file; n8n has two ways to keep files in an item. */
function binaryOf(
	context: IExecuteFunctions,
	item: number,
	property: string,
): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(item, property);
	} catch {
		return undefined;
	}
}

async function readerOf(
	{ helpers }: IExecuteFunctions,
	item: number,
	property: string,
	{ id }: IBinaryData,
): Promise<BinaryFile['pieces']> {
	const content = id ? [] : [await helpers.getBinaryDataBuffer(item, property)];
	return async function* () {
		yield* id ? await helpers.getBinaryStream(id) : content;
	};
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
