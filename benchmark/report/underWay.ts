import { underWayContestants, underWayKeys } from '../contestants/underWay';
import type { Results } from '../results';
import { figure, table, written } from './figures';
import type { Measured } from './figures';

/** Tells how a roll-out under way was stopped, as Markdown. */
export function underWayMarkdownOf({ underWay, plan }: Results): string {
	const { cancellable } = underWay.thisNode;
	const lead = `${figure(plan.devicesUnderWay)} devices are named at 10 requests a second: 30 % have finished, 5 % are installing, 1 % is unknown to the platform, and ${figure(cancellable)} wait. Time is from the start until half of these are cancelled, and until all are.`;
	const rows = underWayKeys().map((key) => {
		const { requests, refused, secondsUntilHalf, secondsUntilAll, ...of } = underWay[key];
		const devices = figure(of.measuredDevices);
		return [
			underWayContestants[key].name,
			written(requests),
			writtenIfReached(secondsUntilHalf),
			writtenIfReached(secondsUntilAll),
			`${figure(of.fewestCancelled)} of ${figure(of.cancellable)}`,
			written(refused),
			of.measuredDevices < plan.devicesUnderWay ? `${devices}, scaled` : devices,
		];
	});
	const head = [
		'way',
		'requests',
		'half after, s',
		'all after, s',
		'cancelled',
		'refused',
		'measured on',
	];
	return [lead, table(head, rows)].join('\n\n');
}

function writtenIfReached(seconds: Measured | undefined): string {
	return seconds ? written(seconds) : 'never';
}
