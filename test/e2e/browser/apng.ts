/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
	readonly type: string;
	readonly data: Buffer;
}

/**
 * Makes one moving picture (APNG) of PNG files of the same size and kind, which it shows in turn for so many
 * seconds each, over and over. What cannot show it moving shows the first. Throws for files that differ in kind.
 */
export function movingPicture(files: readonly Buffer[], seconds: number): Buffer {
	const frames = files.map(chunksOf);
	const [header] = (frames[0] ?? []).filter(({ type }) => type === 'IHDR');
	if (!header) throw new TypeError('There is no picture to show');
	for (const frame of frames) {
		const same = frame.find(({ type }) => type === 'IHDR')?.data.equals(header.data);
		if (!same) throw new TypeError('The pictures differ in size or kind');
	}
	let sequence = 0;
	const shown = frames.flatMap((frame, place) => {
		const control = frameControl(header, sequence++, seconds);
		const data = frame
			.filter(({ type }) => type === 'IDAT')
			.map((chunk) =>
				place === 0
					? chunk
					: { type: 'fdAT', data: Buffer.concat([numbers(sequence++), chunk.data]) },
			);
		return [control, ...data];
	});
	const animation = { type: 'acTL', data: numbers(frames.length, 0) };
	const end = { type: 'IEND', data: Buffer.alloc(0) };
	return Buffer.concat([SIGNATURE, ...[header, animation, ...shown, end].map(bytesOf)]);
}

/** The whole picture, shown for a time, in the place of the one before. */
function frameControl(header: Chunk, sequence: number, seconds: number): Chunk {
	const delay = Buffer.alloc(6);
	delay.writeUInt16BE(Math.round(seconds * 1_000), 0);
	delay.writeUInt16BE(1_000, 2);
	const size = header.data.subarray(0, 8);
	return { type: 'fcTL', data: Buffer.concat([numbers(sequence), size, numbers(0, 0), delay]) };
}

function chunksOf(file: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at < file.length; ) {
		const length = file.readUInt32BE(at);
		const type = file.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
		at += length + 12;
	}
	return chunks;
}

function bytesOf({ type, data }: Chunk): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
}

function numbers(...values: readonly number[]): Buffer {
	const buffer = Buffer.alloc(4 * values.length);
	for (const [place, value] of values.entries()) buffer.writeUInt32BE(value, 4 * place);
	return buffer;
}
