/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: a process of its own, so that its CPU does not count */
import { startEmulator } from '../../test/emulator/emulator';
import type { Emulator } from '../../test/emulator/emulator';
import { buildFleet } from '../../test/emulator/fleets';
import type { EmulatorReport, EmulatorSetting, Order, Reply } from './messages';

let running: { emulator: Emulator; setting: EmulatorSetting } | undefined;

async function obey(order: Order): Promise<Reply> {
	if (order.kind === 'start') {
		await running?.emulator.stop();
		const { devices, latency, requestsPerSecond } = order.setting;
		const fleet = buildFleet({ devices });
		const emulator = await startEmulator({ fleet, latency, requestsPerSecond });
		running = { emulator, setting: order.setting };
		return { kind: 'started', url: emulator.url, endpoint: emulator.endpoint };
	}
	if (!running) throw new Error('There is no emulator to report on');
	return { kind: 'reported', report: reportOn(running.emulator, running.setting) };
}

function reportOn({ log, fleet }: Emulator, { latency }: EmulatorSetting): EmulatorReport {
	const refused: Record<string, number> = {};
	for (const { outcome, code } of log) {
		if (outcome !== 'answered') refused[code] = (refused[code] ?? 0) + 1;
	}
	const first = log.at(0)?.at ?? 0;
	const last = log.at(-1)?.at ?? 0;
	return {
		requests: log.length,
		refused,
		cancelled: fleet.countByStatus().CANCELED,
		onTheWire: last - first + latency,
	};
}

process.on('message', (order: Order) => {
	void obey(order).then((reply) => process.send?.(reply));
});
