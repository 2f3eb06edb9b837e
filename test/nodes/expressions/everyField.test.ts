import type { RequestLogEntry } from '../../emulator/emulator';
import { withEmulator } from '../../emulator/testing';
import type { Execution } from '../../engine/engine';
import { engine } from '../../engine/loaded';
import { quickTime } from '../../support/quickTime';
import { credentialFor } from '../bench';
import { runVariant } from '../operations/runVariant';
import { watchAndCancel } from '../watchBench';
import { expectedOf, widerRequests } from './outcomes';
import { OPERATION_SLOTS, TRIGGER_SLOTS, VALUES, withExpression } from './slots';
import type { OperationSlot, Slot } from './slots';

quickTime();

interface Outcome {
	readonly log: readonly RequestLogEntry[];
	readonly told: string;
}

type Parameters = Slot['right'];

function outcomeOf({ error }: Execution, log: readonly RequestLogEntry[]): Outcome {
	return { log, told: `${error?.message ?? ''} ${error?.description ?? ''}` };
}

async function runOperation(
	{ variant, typeVersion }: OperationSlot,
	parameters: Parameters,
): Promise<Outcome> {
	const { execution, log } = await runVariant(engine, variant, { parameters, typeVersion });
	return outcomeOf(execution, log);
}

/** A test run of the trigger alone, as the editor does it. */
async function runTrigger(parameters: Parameters): Promise<Outcome> {
	return await withEmulator({}, async (emulator) => {
		const workflow = watchAndCancel();
		const nodes = workflow.nodes.slice(0, 1).map((node) => ({ ...node, parameters }));
		const alone = { ...workflow, nodes, connections: {} };
		return outcomeOf(await engine.run(alone, credentialFor(emulator)), emulator.log);
	});
}

/** Fields by which a right value keeps everything from leaving, or from coming back in time. */
const MAY_STOP = new Set([
	...['allowClearing', 'cancelNotifiedTask', 'refuseMoreThan'],
	...['timeout', 'verifyTimeout'],
]);

/** What is wrong with an outcome, in a line for each; none when it is as documented. */
function flawsOf(slot: Slot, value: unknown, { log, told }: Outcome, right: Outcome): string[] {
	const flaws = widerRequests(log, right.log).map((url) => `asks for more: ${url}`);
	const expected = isPickingOnly(slot, right) ? 'taken' : expectedOf(slot, value);
	if (expected === 'taken' && MAY_STOP.has(slot.field.name)) return flaws;
	if (meansNothingToDo(slot, value)) {
		return log.length > 0 || told.trim() ? ['is not taken for nothing to do'] : flaws;
	}
	const isNamed = told.includes(slot.field.displayName);
	if (expected === 'refused' && log.length > 0) flaws.push('is not refused');
	if (log.length === 0 && !isNamed) flaws.push(`names no field: ${told}`);
	if (expected === 'taken' && log.length === 0) flaws.push(`is refused: ${told}`);
	return flaws;
}

/** An empty list of the devices to cancel, for which nothing is sent and nothing is wrong. */
function meansNothingToDo({ field, collection }: Slot, value: unknown): boolean {
	return field.name === 'deviceNames' && !collection && Array.isArray(value);
}

/** A field that only helps to pick another from its list, and is never sent. */
function isPickingOnly({ field }: Slot, { log }: Outcome): boolean {
	const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
	if (field.type !== 'resourceLocator' || field.required) return false;
	return !log.some(({ parameters }) => name in parameters);
}

async function flawsOfSlot(
	slot: Slot,
	run: (parameters: Parameters) => Promise<Outcome>,
): Promise<string[]> {
	const right = await run(slot.right);
	expect(right.told.trim()).toBe('');
	expect(right.log.length).toBeGreaterThan(0);
	const flaws: string[] = [];
	for (const [expression, value] of VALUES) {
		const outcome = await run(withExpression(slot, expression));
		for (const flaw of flawsOf(slot, value, outcome, right)) flaws.push(`${expression} ${flaw}`);
	}
	return flaws;
}

describe('every field and option of every operation', () => {
	it.each(OPERATION_SLOTS.map((slot) => [slot.place, slot] as const))(
		'given %s, when an expression gives this or that, then it is taken for what it says or refused by name, and no request asks for more',
		async (_, slot) => {
			const run = async (parameters: Parameters) => await runOperation(slot, parameters);
			expect(await flawsOfSlot(slot, run)).toEqual([]);
		},
	);
});

describe('every field and option of the trigger', () => {
	it.each(TRIGGER_SLOTS.map((slot) => [slot.field.name, slot] as const))(
		'given %s, when an expression gives this or that, then it is taken for what it says or refused by name, and no request asks for more',
		async (_, slot) => {
			expect(await flawsOfSlot(slot, runTrigger)).toEqual([]);
		},
	);
});
