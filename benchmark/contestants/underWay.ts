import { DEMO } from '../../test/emulator/fleet/fleets';
import { Engine } from '../../test/engine/engine';
import { cancelWorkflow } from '../../test/nodes/workflows';
import type { Contestant } from './contestant';
import { credentialFor, itemsFor, outcomeOf } from './onEngine';
import { popCore } from './popCore';
import { popCoreHalving } from './popCoreHalving';

/** Everyone who stops a roll-out under way, in the order of the table. */
export const underWayContestants = {
	thisNodeOfJob: nodeWithErrorOutput('this node, with a job', DEMO.jobId),
	thisNode: nodeWithErrorOutput('this node, without a job', ''),
	popCoreHalving,
	popCoreSingle: popCore(1),
} as const satisfies Record<string, Contestant>;

export type UnderWayKey = keyof typeof underWayContestants;

/** The keys in the order of the table. */
export function underWayKeys(): UnderWayKey[] {
	return ['thisNodeOfJob', 'thisNode', 'popCoreHalving', 'popCoreSingle'];
}

/** This package's node with its defaults; what cannot be cancelled goes to the error output. */
function nodeWithErrorOutput(name: string, jobId: string): Contestant {
	return {
		name,
		devicesPerRequest: 200,
		load: async () => {
			const engine = await Engine.load();
			return async (task) => {
				const { requestsPerSecond = 100 } = task;
				const workflow = cancelWorkflow({
					parameters: { options: { requestsPerSecond } },
					onError: 'continueErrorOutput',
				});
				const items = itemsFor(task.devices).map(({ json }) => ({ json: { ...json, jobId } }));
				return outcomeOf(await engine.run(workflow, credentialFor(task), items));
			};
		},
	};
}
