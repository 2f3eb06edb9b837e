import { ACTIONS, isAction, isRecord } from '../../../platform';
import type { ActionName, ParameterFacts } from '../../../platform';
import type { AnswerTree } from '../../emulator/testing';
import { engine } from '../../engine/loaded';
import { boundsOf, openTo } from './bounds';
import { Replay, valueAt } from './replay';
import { VARIANTS } from './variants';

// The emulator was written from the same pages and shares no code with the catalog: where the two say
// the same, neither has a slip of its own.

/** What the emulator needs though no page requires it, each with the reason. */
const NEEDED_BESIDES: Readonly<Record<string, string>> = {
	'CreateOTAFirmware.FirmwareUrl': 'there is no other way to a file',
};

/** Parameters whose bounds cannot be compared, each with the reason. */
const INCOMPARABLE: Readonly<Record<string, string>> = {
	'UpdateOTAModule.ModuleName': 'one that is too long is refused with the code of an unknown one',
	'CreateOTAFirmware.SrcVersion': 'no length on the page; the emulator takes that of DestVersion',
};

/** Still on pages that were copied from Alibaba Cloud; the instance is told by the host, so anything may be in it. */
const LEFT_OVER = 'IotInstanceId';

/** What an answer holds beside what it was asked for. */
const ENVELOPE = ['code', 'requestId', 'success'];
const SECRET = /secret$|^signature$|^policy$|accesskeyid$/i;

const ACTION_NAMES = Object.keys(ACTIONS).filter(isAction);

function parametersOf(action: ActionName): Array<[string, ParameterFacts]> {
	return Object.entries(ACTIONS[action].parameters);
}

/** Every key of a value, however deep. */
function keysIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysIn);
	return isRecord(value) ? [...Object.keys(value), ...Object.values(value).flatMap(keysIn)] : [];
}

describe.each(ACTION_NAMES)('the catalog and the emulator on %s', (action) => {
	const replays: Replay[] = [];
	const answers: AnswerTree[] = [];
	beforeAll(async () => {
		for (const variant of VARIANTS.filter((one) => one.action === action)) {
			const replay = await Replay.of(engine, variant);
			replays.push(replay);
			answers.push(await replay.answer());
		}
	});
	afterAll(async () => {
		for (const replay of replays) await replay.stop();
	});

	/** A request that has the parameter, or else any. */
	const replayWith = (name: string) => {
		const replay = replays.find((one) => one.has(name)) ?? replays[0];
		if (!replay) throw new Error(`No operation calls ${action}`);
		return replay;
	};

	it('when a parameter is left out, then the same ones are missed', async () => {
		const needed: string[] = [];
		for (const [name] of parametersOf(action)) {
			let isNeeded = replays.every((replay) => replay.has(name));
			for (const replay of replays) {
				isNeeded &&= (await replay.refusal(name, [], false)) !== '';
			}
			if (isNeeded) needed.push(name);
		}
		const required = parametersOf(action).filter(([, facts]) => facts.required);
		expect(needed.filter((name) => !(`${action}.${name}` in NEEDED_BESIDES))).toEqual(
			required.map(([name]) => name),
		);
	});

	it('when values break and just keep the bounds of a parameter, then both see them at the same place', async () => {
		const differences: string[] = [];
		for (const [name, facts] of parametersOf(action)) {
			if (name === LEFT_OVER || `${action}.${name}` in INCOMPARABLE) continue;
			const ask = async (values: readonly string[]) =>
				await replayWith(name).refusal(name, values, facts.type === 'textList');
			for (const { breaks, keeps } of boundsOf(facts)) {
				const refusal = await ask(breaks);
				if (!refusal) differences.push(`${name} is taken with ${breaks.join().slice(0, 50)}`);
				for (const values of keeps) {
					if (refusal && (await ask(values)) === refusal) {
						differences.push(`${name} is refused with ${values.join().slice(0, 50)}`);
					}
				}
			}
			const refusals = new Set<string>();
			for (const values of openTo(facts)) refusals.add(await ask(values));
			if (refusals.size > 1) differences.push(`${name} has a bound that the catalog leaves out`);
		}
		expect(differences).toEqual([]);
	});

	it('when it is answered, then the records are where the catalog says', () => {
		const { list, record } = ACTIONS[action];
		for (const answer of answers) {
			const payload = Object.keys(answer).filter((key) => !ENVELOPE.includes(key));
			if (!list && !record) expect(payload).toEqual([]);
			if (record) {
				expect(Object.keys(Object(valueAt(answer, record))).length).toBeGreaterThan(0);
				expect(payload).toEqual([expect.stringMatching(new RegExp(`^${record[0]}$`, 'i'))]);
			}
			if (list) expect(valueAt(answer, list.path)).toEqual(expect.any(Array));
		}
		expect(answers.length).toBeGreaterThan(0);
	});

	it('when it is answered with a list, then each record has an identity of its own and the pages are counted', () => {
		const { list } = ACTIONS[action];
		const lists = list ? answers.map((answer) => valueAt(answer, list.path)) : [];
		const records = lists.flatMap((one): unknown[][] => (Array.isArray(one) ? [one] : []));
		for (const one of records) {
			const identities = one.map((record) => valueAt(record, [list?.identity ?? '']));
			expect(identities.filter((identity) => typeof identity !== 'string')).toEqual([]);
			expect(new Set(identities).size).toBe(one.length);
		}
		expect(records.some((one) => one.length > 0)).toBe(list !== undefined);
		for (const answer of list?.paging ? answers : []) {
			// One list has its counts beside its records, the others have them beside the list.
			const counts = [[], ['Data']].map((path) =>
				['PageSize', 'PageCount', 'Total'].map((key) => valueAt(answer, [...path, key])),
			);
			expect(counts).toContainEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
		}
	});

	it('when it reads a record of more than ten keys, then the catalog has ten of them at most to simplify it', () => {
		const { list, record, effect, simplified = [], secrets = [] } = ACTIONS[action];
		const path = effect === 'read' ? (list?.path ?? record) : undefined;
		const found = path ? answers.flatMap((answer) => valueAt(answer, path)) : [];
		const keys = new Set(found.filter(isRecord).flatMap((each) => Object.keys(each)));
		const isLong = keys.size > 10;
		expect([action, simplified.length > 0]).toEqual([action, isLong]);
		expect(simplified.length).toBeLessThanOrEqual(10);
		const known = [...keys].map((key) => key.charAt(0).toUpperCase() + key.slice(1));
		expect(simplified.filter((key) => !known.includes(key))).toEqual([]);
		expect(simplified).toEqual(expect.arrayContaining(isLong && list ? [list.identity] : []));
		expect(simplified.filter((key) => secrets.includes(key))).toEqual([]);
	});

	it('when the keys of its answers are read, then those that are secret are in the catalog, and no others', () => {
		const { secrets = [] } = ACTIONS[action];
		const keys = answers.flatMap(keysIn).filter((key) => SECRET.test(key));
		const told = new Set(keys.map((key) => key.charAt(0).toUpperCase() + key.slice(1)));
		expect([...told].sort()).toEqual([...secrets].sort());
	});
});
