/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: tells a person how far it is */

/** Told of each step. */
export type Progress = (step: string) => void;

/** Writes each step to stderr with the time since the start. */
export function progressOnStderr(part: string): Progress {
	return (step) => {
		const seconds = Math.round(process.uptime());
		const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		process.stderr.write(`[${clock}] ${part}: ${step}\n`);
	};
}
