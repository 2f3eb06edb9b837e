/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: measures the CPU of the process */

/** CPU that this process used since then, all its threads together, ms. */
export function cpuSince(start: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}
