import { ACTIONS } from '../catalog';
import type { ActionName } from '../catalog';
import { readText } from '../json';
import { recordsIn } from '../lists/records';
import { Asker } from './asking';
import type { Asked, CheckupSetup } from './asking';
import type { Findings, Point } from './findings';
import { pointsOf } from './points';
import { measureRate } from './rate';
import { KnownIds, READ_ACTIONS } from './reads';
import { reportOf } from './report';
import { standingOf } from './standing';
import { isSameWay, waysBeside } from './ways';
import type { Way } from './ways';

/** What a check has found. */
export interface Checkup {
	readonly points: readonly Point[];
	/** The same in Markdown. */
	readonly report: string;
}

/** The read that is asked first: it needs no ID. */
const ENTRY: ActionName = 'ListOTAFirmware';

/** Reads that go another way than the others at first: no other read needs what they answer. */
const DETOURS: readonly ActionName[] = ['GetDeviceStatus', 'QueryProduct', 'QueryDeviceDetail'];

/**
 * Looks how an instance answers, with reads alone and at most 20 requests; its measure of the rate, if wanted,
 * sends up to 60 more. Never throws for what the instance does: that is what it tells.
 */
export async function checkUp(setup: CheckupSetup): Promise<Checkup> {
	const asker = new Asker(setup);
	const { method, dialect, endpoint } = setup.connection;
	const own: Way = { method, dialect };
	const ids = new KnownIds();
	const taken = await findWay(asker, own, ids);
	if (taken) {
		await askAll(asker, taken, ids);
		await askByName(asker);
	}
	const answered = asker.asked.find(({ action, outcome }) => outcome.ok && ACTIONS[action].list);
	const rate = setup.measureRate && answered ? await measureRate(setup, answered) : undefined;
	const { asked, requests } = asker;
	const isHttps = endpoint.origin.startsWith('https:');
	const findings: Findings = { asked, own, taken, rate, isHttps, requests };
	const points = pointsOf(findings);
	return { points, report: reportOf(points) };
}

/** The way on which the first read is answered: the credential's, else one beside it. */
async function findWay(asker: Asker, own: Way, ids: KnownIds): Promise<Way | undefined> {
	for (const way of [own, ...waysBeside(own)]) {
		const asked = await askFor(asker, ENTRY, way, ids);
		const standing = standingOf(asked);
		const isReadable = asked.outcome.ok || asked.outcome.fault.kind === 'refused';
		if (isReadable && standing !== 'notTaken') return standing === 'unclear' ? undefined : way;
		if (!asked.raw || asker.isOver) return undefined;
	}
	return undefined;
}

/** Asks every other read. Some go another way first, and once more where that way is not taken. */
async function askAll(asker: Asker, taken: Way, ids: KnownIds): Promise<void> {
	const open = waysBeside(taken).filter(
		(way) => !asker.asked.some((asked) => isSameWay(asked.way, way)),
	);
	const detours = new Map(DETOURS.map((action, at) => [action, open[at]]));
	for (const action of READ_ACTIONS.filter((read) => read !== ENTRY)) {
		if (asker.isOver) return;
		const detour = detours.get(action);
		if (detour && isReached(await askFor(asker, action, detour, ids))) continue;
		await askFor(asker, action, taken, ids);
	}
}

function isReached(asked: Asked): boolean {
	const isReadable = asked.outcome.ok || asked.outcome.fault.kind === 'refused';
	return isReadable && ['allowed', 'denied'].includes(standingOf(asked));
}

async function askFor(asker: Asker, action: ActionName, way: Way, ids: KnownIds): Promise<Asked> {
	const asked = await asker.ask(action, ids.parametersFor(action), way);
	if (asked.outcome.ok) ids.learn(recordsOf(asked));
	return asked;
}

/** Asks for the tasks of one device, where a job has those of several. */
async function askByName(asker: Asker): Promise<void> {
	const tasks = asker.asked.find(
		({ action, outcome }) => action === 'ListOTATaskByJob' && outcome.ok,
	);
	if (!tasks || asker.isOver) return;
	const names = new Set(recordsOf(tasks).map((task) => readText(task, 'DeviceName')));
	const [name] = names;
	if (!name || names.size < 2) return;
	await asker.ask(tasks.action, { ...tasks.parameters, DeviceNames: [name] }, tasks.way);
}

function recordsOf({ action, outcome }: Asked) {
	const { list, record } = ACTIONS[action];
	return outcome.ok ? recordsIn(outcome.answer.json, list?.path ?? record ?? []) : [];
}
