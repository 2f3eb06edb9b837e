import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import type { Emulator } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import type { Engine, Execution } from '../engine/engine';
import { MANUAL_TRIGGER } from '../engine/nodeTypes';
import { readWorkflow } from '../engine/workflowFile';
import { credentialFor } from '../nodes/bench';
import { exampleText, readExample, triggerOf } from './files';

/** What came of an example that ran on the engine. */
export interface ExampleRun {
	readonly emulator: Emulator;
	readonly execution: Execution;
	/** The JSON that a node handed on. */
	of(node: string, output?: number): IDataObject[];
}

/** An example for the engine: its trigger, whatever it is, hands on what is pinned. */
export function prepared(
	engine: Engine,
	name: string,
	url: string,
	trigger = triggerOf(readExample(name)),
): IWorkflowBase {
	const { nodes, ...rest } = JSON.parse(exampleText(name, url)) as IWorkflowBase;
	const startable = nodes
		.filter(({ name: each, type }) => each === trigger || type !== MANUAL_TRIGGER)
		.map((node: INode) =>
			node.name === trigger ? { ...node, type: MANUAL_TRIGGER, typeVersion: 1 } : node,
		);
	return readWorkflow(JSON.stringify({ ...rest, nodes: startable }), engine.types);
}

/**
 * Runs an example against an emulator.
 * @param items what its trigger hands on; else what is pinned
 * @param trigger the one that starts it, where it has several
 */
export async function runExample(
	engine: Engine,
	emulator: Emulator,
	name: string,
	items?: readonly IDataObject[],
	trigger?: string,
): Promise<ExampleRun> {
	const workflow = prepared(engine, name, emulator.url, trigger);
	const given = items?.map((json) => ({ json }));
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
