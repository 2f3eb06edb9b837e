/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: a process of its own, so that its CPU does not count */
import { startEmulator } from '../../test/emulator/emulator';
import type { Emulator } from '../../test/emulator/emulator';
import { buildFleet } from '../../test/emulator/fleet/fleets';
import { mixedFleet } from '../../test/emulator/fleet/mixedFleet';
import { countCancellable, readCancelTimes } from './cancelTimes';
import type { EmulatorReport, Order, Reply } from './messages';

interface Running {
	readonly emulator: Emulator;
	readonly latency: number;
	readonly cancellable: number;
}

let running: Running | undefined;

async function obey(order: Order): Promise<Reply> {
	if (order.kind === 'start') {
		await running?.emulator.stop();
		const { devices, underWay, latency, requestsPerSecond } = order.setting;
		const fleet = underWay ? mixedFleet(devices).fleet : buildFleet({ devices });
		const emulator = await startEmulator({ fleet, latency, requestsPerSecond });
		running = { emulator, latency, cancellable: countCancellable(fleet) };
		return { kind: 'started', url: emulator.url, endpoint: emulator.endpoint };
	}
	if (!running) throw new Error('There is no emulator to report on');
	return { kind: 'reported', report: reportOn(running) };
}

function reportOn({ emulator: { log, fleet }, latency, cancellable }: Running): EmulatorReport {
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
		cancelTimes: readCancelTimes(fleet, cancellable),
		arrivals: log.map(({ at, code }) => ({ at, throttled: code.startsWith('Throttling') })),
	};
}

process.on('message', (order: Order) => {
	void obey(order).then((reply) => process.send?.(reply));
});
