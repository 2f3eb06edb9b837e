/* eslint-disable @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */

/** Tells the person who waits. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}
