import { cancelWorkflow } from '../../test/nodes/workflows';
import { PACKAGE } from '../../test/engine/nodeTypes';
import { Engine } from '../../test/engine/engine';
import type { Contestant } from './contestant';
import { credentialFor, itemsFor, outcomeOf, readAllParameters, watchExecute } from './onEngine';

/** Without a limit the node is set to the fastest pace that it takes. */
const FASTEST = 100;

const NODE = `${PACKAGE}.tuyaIotPlatform`;

/** (a) This package's node on n8n's engine, with its defaults. */
export const thisNode: Contestant = {
	name: 'this node',
	devicesPerRequest: 200,
	load: async () => await loadNode(false),
};

/**
 * Not a contestant: the same workflow on the same items, but the node only reads its four parameters of
 * each item, as n8n evaluates them, and hands on an item each. What it costs is the engine's.
 */
export const readingOnly: Contestant = {
	name: 'reading the parameters only',
	devicesPerRequest: 200,
	load: async () => await loadNode(true),
};

async function loadNode(onlyRead: boolean): ReturnType<Contestant['load']> {
	const engine = await Engine.load();
	const node = engine.types.getByName(NODE);
	if (onlyRead) node.execute = readAllParameters;
	const executeCpu = watchExecute(node);
	return async (task) => {
		const options = { requestsPerSecond: task.requestsPerSecond ?? FASTEST };
		const workflow = cancelWorkflow({ parameters: { options } });
		const items = itemsFor(task.devices);
		const execution = await engine.run(workflow, credentialFor(task), items);
		return { ...outcomeOf(execution), executeCpu: executeCpu() };
	};
}
