import type { IDataObject, INodeExecutionData, IPollFunctions, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import {
	explain,
	fail,
	watchKey,
	manualSampleOf,
	memoryFromJson,
	memoryToJson,
	ok,
	poll,
} from '../../../platform';
import type {
	Client,
	ExplanationContext,
	Fault,
	PollTools,
	Result,
	Watch,
	WatchEvent,
} from '../../../platform';
import { openNodeClient } from '../shared/client';
import { connectionOf } from '../shared/connection';
import { plainApiError } from '../shared/errors';
import { FaultReports } from './faultReports';
import { readInputs } from './inputs';

/** Where the memory is kept in the static data of the node. */
const MEMORY = 'memory';

/** What n8n grants a poll where it does not say so, ms; and how much of it may pass before new work begins. */
const USUAL_BUDGET = 300_000;
const SHARE_FOR_WORK = 0.5;
/** How much of it may pass before the poll is given up, so that it ends before n8n counts it as overdue. */
const SHARE_IN_ALL = 0.9;

type NodeFault = NodeApiError | NodeOperationError;

/** What a poll has to report. */
interface Report {
	readonly error: NodeFault;
	/** Some of a list did not come; what came was looked at. */
	readonly isGap: boolean;
}

const reports = new FaultReports();
/** Nodes whose poll has not come back: n8n starts the next one all the same. */
const underWay = new Set<string>();

/**
 * Polls once: hands on one item for each event that is new, or nothing. A test run in the editor shows what
 * is there at once and remembers nothing. A poll that meets a fault hands on what it found before; the rest
 * is found by the next poll. The fault is thrown, for n8n to report, once until a poll goes through; after
 * that it is logged only.
 */
export async function pollOnce(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return [asItems(await showSample(context))];
	const node = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	if (underWay.has(node)) return null;
	underWay.add(node);
	try {
		const found = await findEvents(context, node);
		if (found.ok) return found.value.length > 0 ? [asItems(found.value)] : null;
		const { error, isGap } = found.fault;
		if (reports.isDue(node, context, error.message, isGap)) throw error;
		warn(context, error.message);
		return null;
	} finally {
		underWay.delete(node);
	}
}

async function findEvents(
	context: IPollFunctions,
	node: string,
): Promise<Result<readonly WatchEvent[], Report>> {
	const begun = await begin(context);
	if (!begun.ok) return fail({ error: begun.fault, isGap: false });
	const { watch, client, hasTime, budget } = begun.value;
	const kept = context.getWorkflowStaticData('node');
	const before = memoryFromJson(kept[MEMORY], watchKey(watch));
	const { events, memory, fault, notes } = await poll(watch, before, { ...client, hasTime });
	if (memory) kept[MEMORY] = memoryToJson(memory);
	for (const note of notes) context.logger.warn(`Tuya IoT Platform Trigger: ${note}.`);
	if (!fault) {
		reports.wentThrough(node, context);
		return ok(events);
	}
	const error =
		fault.kind === 'stopped'
			? tooLong(context, budget)
			: asError(context, fault, client.explanation);
	if (events.length === 0) return fail({ error, isGap: fault.kind === 'incomplete' });
	reports.hadEvents(context);
	warn(context, error.message);
	return ok(events);
}

async function showSample(context: IPollFunctions): Promise<readonly WatchEvent[]> {
	const begun = await begin(context);
	if (!begun.ok) throw begun.fault;
	const { watch, client, budget } = begun.value;
	const sample = await manualSampleOf(watch, client);
	if (!sample.ok && sample.fault.kind === 'stopped') throw tooLong(context, budget);
	if (!sample.ok) throw asError(context, sample.fault, client.explanation);
	if (sample.value.length > 0) return sample.value;
	throw new NodeOperationError(context.getNode(), 'There is nothing to show yet', {
		description:
			'What you watch has no job so far, or no failed task where failed tasks are watched. The workflow can be activated all the same.',
	});
}

/** What a poll works with. */
interface Begun {
	readonly watch: Watch;
	readonly client: Client;
	/** Whether new work may begin. */
	readonly hasTime: PollTools['hasTime'];
	/** After so many ms the poll is given up. */
	readonly budget: number;
}

async function begin(context: IPollFunctions): Promise<Result<Begun, NodeFault>> {
	const inputs = await readInputs(context);
	if (!inputs.ok) return fail(asError(context, inputs.fault));
	const connection = await connectionOf(context).catch((error: Error) =>
		error instanceof NodeOperationError ? error : new NodeOperationError(context.getNode(), error),
	);
	if (connection instanceof NodeOperationError) return fail(connection);
	const { watch, rules } = inputs.value;
	const granted = budgetOf(context);
	const budget = Math.ceil(granted * SHARE_IN_ALL);
	// Nobody stops a poll: one that does not come back would keep all later ones from starting.
	const over = AbortSignal.timeout(budget);
	const patience = granted * SHARE_FOR_WORK;
	const client = openNodeClient(context, connection, { ...rules, patience }, over);
	const ends = client.now() + patience;
	return ok({ watch, client, budget, hasTime: () => client.now() < ends });
}

/** Older versions of n8n do not tell. */
function budgetOf(context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number {
	return context.getPollBudgetMs?.() ?? USUAL_BUDGET;
}

function asError(
	context: IPollFunctions,
	fault: Fault,
	explanation?: ExplanationContext,
): NodeFault {
	const { message, description } = explain(fault, explanation);
	return fault.kind === 'input'
		? new NodeOperationError(context.getNode(), message, { description })
		: plainApiError(context.getNode(), message, description);
}

function tooLong(context: IPollFunctions, budget: number): NodeFault {
	return plainApiError(
		context.getNode(),
		`The poll was given up after ${Math.round(budget / 1000)} s`,
		'The platform answers too slowly for what is watched. What was not seen is looked at by the next poll. Watch less with one trigger, lower Timeout (Ms) or Max Attempts under Options, or poll less often.',
	);
}

function warn(context: IPollFunctions, message: string): void {
	context.logger.warn(`Tuya IoT Platform Trigger: ${message}. The next poll tries again.`);
}

function asItems(events: readonly WatchEvent[]): INodeExecutionData[] {
	return events.map((event): INodeExecutionData => {
		const json: IDataObject = { ...event };
		return { json };
	});
}
