import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import type { Emulator } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import type { Engine, Execution } from '../engine/engine';
import { MANUAL_TRIGGER } from '../engine/nodeTypes';
import { readWorkflow } from '../engine/workflowFile';
import { credentialFor } from '../nodes/bench';
import { exampleText, readExample, triggerOf, triggersOf } from './files';

/** What came of an example that ran on the engine. */
export interface ExampleRun {
	readonly emulator: Emulator;
	readonly execution: Execution;
	/** The JSON that a node handed on. */
	of(node: string, output?: number): IDataObject[];
}

/** What an example is run with; as a user has imported it unless told otherwise. */
export interface ExamplePlan {
	/** What its trigger hands on; else what is pinned. */
	readonly items?: readonly IDataObject[];
	/** The one that starts it, where it has several. */
	readonly trigger?: string;
	/** The samples of all other nodes stay pinned: nobody outside is asked or told anything. */
	readonly isPinned?: boolean;
}

/** An example for the engine: its trigger, whatever it is, hands on what is pinned. */
export function prepared(
	engine: Engine,
	name: string,
	url: string,
	{ trigger = triggerOf(readExample(name)), isPinned = false }: ExamplePlan = {},
): IWorkflowBase {
	const { nodes, pinData = {}, ...rest } = JSON.parse(exampleText(name, url)) as IWorkflowBase;
	const others = triggersOf(readExample(name)).filter((each) => each !== trigger);
	const startable = nodes
		.filter(({ name: each }) => !others.includes(each))
		.map((node: INode) =>
			node.name === trigger ? { ...node, type: MANUAL_TRIGGER, typeVersion: 1 } : node,
		);
	const pinned = Object.entries(pinData).filter(([each]) => isPinned || each === trigger);
	return readWorkflow(
		JSON.stringify({ ...rest, nodes: startable, pinData: Object.fromEntries(pinned) }),
		engine.types,
	);
}

/** Runs an example against an emulator. */
export async function runExample(
	engine: Engine,
	emulator: Emulator,
	name: string,
	plan: ExamplePlan = {},
): Promise<ExampleRun> {
	const workflow = prepared(engine, name, emulator.url, plan);
	const given = plan.items?.map((json) => ({ json }));
	const execution = await engine.run(workflow, credentialFor(emulator), given);
	const { runData } = execution.run.data.resultData;
	return {
		emulator,
		execution,
		of: (node, output = 0) =>
			(runData[node] ?? []).flatMap(({ data }) =>
				(data?.main?.[output] ?? []).map(({ json }) => json),
			),
	};
}

/** The states of devices in the demo product and package. */
export function statesOf({ fleet }: Emulator, ...devices: string[]): Array<string | undefined> {
	return devices.map((device) => fleet.statusOf(DEMO.productKey, DEMO.firmwareId, device));
}
