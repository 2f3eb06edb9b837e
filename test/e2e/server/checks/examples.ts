import type { Fleet } from '../../../emulator/fleet/fleet';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { exampleNames, readExample, triggerOf } from '../../harness/exampleFiles';
import { OUTSIDE } from '../../harness/exampleOutside';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { addWorkflow, runByHand } from '../../harness/workflows';
import { STAGED_EXAMPLE } from './staged';
import { rolledOut } from '../../../emulator/fleet/rolledOut';

export const AGENT_EXAMPLE = 'ai-agent-tool.json';

/** These have checks of their own: one needs a chat model, the other one a package that is not verified yet. */
const APART = [AGENT_EXAMPLE, STAGED_EXAMPLE];

/** What the platform holds where an example needs more than the demo fleet. */
const FLEETS: Readonly<Record<string, () => Fleet>> = {
	'stop-and-roll-back.json': () => rolledOut({ SUCCEEDED: 5, FAILED: 2, QUEUED: 3 }),
};

/** That every workflow of examples/ can be imported and runs on the items that it brings. */
export function checkExamples(running: () => N8n): void {
	it.each(exampleNames().filter((name) => !APART.includes(name)))(
		'given %s, when it is imported and run, then it succeeds',
		async (name) => {
			await withEmulator({ https: true, fleet: FLEETS[name]?.() }, async (emulator) => {
				const { rest } = running();
				const credentialId = await addCredential(rest, credentialData(emulator));
				const example = readExample(name, credentialId, emulator.url);
				const workflow = { ...example, pinData: { ...example.pinData, ...OUTSIDE[name] } };
				const id = await addWorkflow(rest, workflow);
				const execution = await finishedExecution(
					rest,
					await runByHand(rest, id, triggerOf(workflow)),
				);
				expect({ status: execution.status, error: execution.error }).toEqual({
					status: 'success',
				});
				expect(emulator.log.length).toBeGreaterThan(0);
				// A device that installs already is refused, which is what some examples are about.
				expect(emulator.log.filter(({ status }) => status !== 200)).toEqual([]);
			});
		},
	);
}
