import { explain } from '../../../../../platform';
import type { DeviceReport, EndedStatus, ExplanationContext } from '../../../../../platform';
import type { ItemError } from '../../../shared/errors';
import { callFaultOf, reasonOf } from './sentences';

/** Names told of one kind of device; the rest is counted. */
const MOST_NAMES = 3;

/** Longest name and longest reason told, in characters: what others wrote can be of any length. */
const LONGEST_NAME = 60;
const LONGEST_REASON = 300;

/** How a device stands that was not stopped, with the words for one and for several. */
const STANDINGS = {
	unseen: ['was accepted but not seen cancelled', 'were accepted but not seen cancelled'],
	unknown: ['may be cancelled or not', 'may be cancelled or not'],
	refused: ['was refused', 'were refused'],
	skipped: ['was not tried', 'were not tried'],
	installing: ['is installing', 'are installing'],
	notFound: ['is not known to the platform', 'are not known to the platform'],
	finished: ['had finished', 'had finished'],
	failedBefore: ['had failed', 'had failed'],
	cancelledBefore: ['was cancelled before', 'were cancelled before'],
	nothingToCancel: ['had nothing to cancel', 'had nothing to cancel'],
} as const satisfies Record<string, readonly [one: string, several: string]>;

type Standing = keyof typeof STANDINGS;

/** Of these the names matter: somebody may have to look after them. */
const NAMED: readonly Standing[] = [
	'unseen',
	'unknown',
	'refused',
	'skipped',
	'installing',
	'notFound',
];

/**
 * What a run has come to, in a few sentences for people: a chat, a mail, a ticket. Only a device that was seen
 * cancelled is called stopped. Bounded in length, whatever the number of devices.
 * @param itemErrors what is wrong with items that could not be used
 */
export function chatText(
	reports: readonly DeviceReport[],
	itemErrors: readonly ItemError[],
	context: ExplanationContext,
): string {
	return [
		...(reports.length === 1 ? reports.map((report) => ofOne(report, context)) : []),
		...(reports.length > 1 ? ofMany(reports, context) : []),
		...(reports.length === 0 ? ['No device was cancelled, for none was named.'] : []),
		...unusableItems(itemErrors),
	].join(' ');
}

function ofOne(report: DeviceReport, context: ExplanationContext): string {
	const name = shortened(report.deviceName, LONGEST_NAME);
	const standing = standingOf(report);
	if (standing === 'stopped') return `${name} was stopped.`;
	if (standing === 'accepted') return `The cancel of ${name} was accepted.`;
	return `${name} was not stopped: ${shortened(reasonOf(report, context), LONGEST_REASON)}.`;
}

function ofMany(reports: readonly DeviceReport[], context: ExplanationContext): string[] {
	const groups = new Map<ReturnType<typeof standingOf>, DeviceReport[]>();
	for (const report of reports) {
		const standing = standingOf(report);
		const group = groups.get(standing);
		if (group) group.push(report);
		else groups.set(standing, [report]);
	}
	const size = (standing: 'stopped' | 'accepted') => groups.get(standing)?.length ?? 0;
	const others = standings().flatMap((standing) => {
		const group = groups.get(standing);
		return group ? [groupText(standing, group)] : [];
	});
	return [
		stoppedText(size('stopped'), size('accepted'), reports.length),
		...(others.length > 0 ? [`${others.join('; ')}.`] : []),
		...faultText(reports, context),
	];
}

function stoppedText(stopped: number, accepted: number, all: number): string {
	const of = `${counted(all)} devices`;
	if (stopped === all) return `All ${of} were stopped.`;
	if (accepted === all) return `The cancel was accepted for all ${of}.`;
	if (stopped + accepted === 0) return `None of ${of} was stopped.`;
	if (accepted === 0)
		return `${counted(stopped)} of ${of} ${stopped === 1 ? 'was' : 'were'} stopped.`;
	const taken = `the cancel was accepted for ${counted(accepted)}`;
	if (stopped === 0) return `T${taken.slice(1)} of ${of}.`;
	const were = stopped === 1 ? 'was' : 'were';
	return `${counted(stopped)} of ${of} ${were} stopped, and ${taken} more.`;
}

function groupText(standing: Standing, group: readonly DeviceReport[]): string {
	const [one, several] = STANDINGS[standing];
	const said = `${counted(group.length)} ${group.length === 1 ? one : several}`;
	if (!NAMED.includes(standing)) return said;
	const names = group
		.slice(0, MOST_NAMES)
		.map(({ deviceName }) => shortened(deviceName, LONGEST_NAME));
	const rest = group.length - names.length;
	return `${said}: ${names.join(', ')}${rest > 0 ? ` and ${counted(rest)} more` : ''}`;
}

/** Why requests did not pass, told once, by the first device that is left without an outcome for it. */
function faultText(reports: readonly DeviceReport[], context: ExplanationContext): string[] {
	const first = reports.find(({ outcome }) => LEFT_BY_FAULT.includes(outcome));
	const fault = first && callFaultOf(first.result);
	return fault ? [`${shortened(explain(fault, context).message, LONGEST_REASON)}.`] : [];
}

/** Outcomes that come of a request that did not pass, not of the state of a device. */
export const LEFT_BY_FAULT: readonly string[] = ['failed', 'unknown', 'skipped'];

function unusableItems([first, ...others]: readonly ItemError[]): string[] {
	if (!first) return [];
	const count = others.length + 1;
	const items = count === 1 ? '1 item' : `${counted(count)} items`;
	return [`${items} could not be used: ${shortened(first.message, LONGEST_REASON)}.`];
}

function standings(): Standing[] {
	return Object.keys(STANDINGS).filter((key): key is Standing => key in STANDINGS);
}

function standingOf(report: DeviceReport): Standing | 'stopped' | 'accepted' {
	switch (report.outcome) {
		case 'cancelled':
			return 'stopped';
		case 'accepted':
			return report.unseenFor === undefined ? 'accepted' : 'unseen';
		case 'notCancellable':
			return 'installing';
		case 'nothingToCancel':
			return ENDED_AS.get(report.taskStatus) ?? 'nothingToCancel';
		case 'failed':
			return 'refused';
		case 'notFound':
		case 'unknown':
		case 'skipped':
			return report.outcome;
	}
}

const ENDED_AS: ReadonlyMap<string, Standing> = new Map(
	Object.entries({
		SUCCEEDED: 'finished',
		FAILED: 'failedBefore',
		CANCELED: 'cancelledBefore',
	} satisfies Record<EndedStatus, Standing>),
);

/** `1,000`. */
function counted(number: number): string {
	return number.toLocaleString('en-US');
}

function shortened(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
