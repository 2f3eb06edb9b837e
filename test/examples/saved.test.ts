import type { INode } from 'n8n-workflow';
import { NODE_VERSIONS } from '../../nodes/TuyaIotPlatform/shared/nodeVersions';
import { DEMO } from '../emulator/fleet/fleets';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { PACKAGE } from '../engine/nodeTypes';
import { credentialFor } from '../nodes/bench';
import { ownParameters } from '../nodes/operations/bench';
import { prepared } from './engineRuns';
import { exampleNames, readExample } from './files';
import { standIns } from './standIns';

/** What the trigger of this package hands on, for the examples that begin with it. */
const EVENT = { ...DEMO, event: 'jobGoesWrong', deviceNames: ['testDevice1', 'testDevice2'] };

/** A row of a file of devices. */
const ROW = { ...DEMO, deviceName: 'testDevice1' };

const NODE = `${PACKAGE}.tuyaIotPlatform`;

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(
		undefined,
		standIns({ approves: true, formAnswer: {}, rows: [ROW], told: [] }),
	);
});

/** Fields that a node of version 1 has under Options. Roll Back has always had the second by itself. */
const MOVED = ['previewOnly', 'refuseMoreThan'];

/** The same node as it was saved with a version. */
function asSaved(node: INode, typeVersion: number): INode {
	if (typeVersion > 1) return { ...node, typeVersion };
	const { options, operation, ...others } = node.parameters;
	const isUnderOptions = (name: string) =>
		MOVED.includes(name) && !(name === 'refuseMoreThan' && operation === 'rollBack');
	const entries = Object.entries(others);
	const moved = Object.fromEntries(entries.filter(([name]) => isUnderOptions(name)));
	const kept = Object.fromEntries(entries.filter(([name]) => !isUnderOptions(name)));
	const under = typeof options === 'object' ? options : {};
	return {
		...node,
		typeVersion,
		parameters: { ...kept, operation, options: { ...under, ...moved } },
	};
}

/** What an example asks the platform for where its nodes are of a version, and how it ends. */
async function outcomeOf(name: string, typeVersion: number): Promise<unknown> {
	return await withEmulator({}, async (emulator) => {
		const workflow = prepared(engine, name, emulator.url);
		const nodes = workflow.nodes.map((node) =>
			node.type === NODE ? asSaved(node, typeVersion) : node,
		);
		const items = Object.keys(workflow.pinData ?? {}).length > 0 ? undefined : [{ json: EVENT }];
		const { error } = await engine.run({ ...workflow, nodes }, credentialFor(emulator), items);
		const asked = emulator.log.map((entry) => [entry.action, ownParameters(entry)]);
		return { error: error?.message, asked };
	});
}

/** Without the one whose node hangs on an agent, which has no model here. */
const EXAMPLES = exampleNames().filter((name) =>
	readExample(name).nodes.some(({ type }) => type === NODE),
);

describe('given an example that was imported when the node had one version', () => {
	it.each(EXAMPLES)('when %s runs, then it asks for what it asks for today', async (name) => {
		const [saved, ...later] = await Promise.all(
			NODE_VERSIONS.map(async (version) => await outcomeOf(name, version)),
		);
		expect(later).toEqual([saved]);
		expect(saved).not.toMatchObject({ asked: [] });
	});
});
