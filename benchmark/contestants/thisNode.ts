import type { IExecuteFunctions } from 'n8n-workflow';
import { cancelWorkflow, JOB_OF_ITEM } from '../../test/nodes/workflows';
import { PACKAGE } from '../../test/engine/nodeTypes';
import { Engine } from '../../test/engine/engine';
import type { Contestant } from './contestant';
import { credentialFor, evaluateBeforehand, itemsFor, outcomeOf, watchExecute } from './onEngine';

/** Without a limit the node is set to the fastest pace that it takes. */
const FASTEST = 100;

const NODE = `${PACKAGE}.tuyaIotPlatform`;

/** (a) This package's node on n8n's engine, with its defaults. */
export const thisNode: Contestant = {
	name: 'this node',
	devicesPerRequest: 200,
	load: async () => await loadNode((context) => context),
};

/** Not a contestant: the same, but n8n evaluates the parameters of all items before execute is measured. */
export const thisNodeEvaluated: Contestant = {
	...thisNode,
	load: async () => await loadNode(evaluateBeforehand),
};

async function loadNode(
	prepare: (context: IExecuteFunctions) => IExecuteFunctions,
): ReturnType<Contestant['load']> {
	const engine = await Engine.load();
	const executeCpu = watchExecute(engine.types.getByName(NODE), prepare);
	return async (task) => {
		const options = { requestsPerSecond: task.requestsPerSecond ?? FASTEST };
		const workflow = cancelWorkflow({ parameters: { jobId: JOB_OF_ITEM, options } });
		const items = itemsFor(task.devices);
		const execution = await engine.run(workflow, credentialFor(task), items);
		return { ...outcomeOf(execution), executeCpu: executeCpu() };
	};
}
