import type { BinaryFile } from './binary';

/** A file for a form that is read while it is sent, so that it is never in memory as a whole. */
export class FileToSend extends File {
	override readonly size: number;

	constructor(private readonly file: BinaryFile) {
		super([], file.name);
		this.size = file.size;
	}

	override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
		return ReadableStream.from(this.file.pieces());
	}
}
