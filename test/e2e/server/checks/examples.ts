import { rehearsalFleet } from '../../../emulator/fleet/rolledOut';
import { exampleNames, readExample as exampleFile, triggersOf } from '../../../examples/files';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { withEmulator } from '../../harness/reachable';
import { addWorkflow, runByHand } from '../../harness/workflows';

/** It needs a chat model, and has a check of its own. */
export const AGENT_EXAMPLE = 'ai-agent-tool.json';

/** That every workflow of examples/ can be imported and runs on the samples that it brings. */
export function checkExamples(running: () => N8n): void {
	it.each(exampleNames().filter((name) => name !== AGENT_EXAMPLE))(
		'given %s, when it is imported and executed from each of its triggers, then it succeeds',
		async (name) => {
			await withEmulator({ https: true, fleet: rehearsalFleet() }, async (emulator) => {
				const { rest } = running();
				const credentialId = await addCredential(rest, credentialData(emulator));
				const id = await addWorkflow(rest, readExample(name, credentialId, emulator.url));
				for (const trigger of triggersOf(exampleFile(name))) {
					const execution = await finishedExecution(rest, await runByHand(rest, id, trigger));
					expect({ trigger, status: execution.status, error: execution.error }).toEqual({
						trigger,
						status: 'success',
					});
				}
				expect(emulator.log.length).toBeGreaterThan(0);
				// A device that installs already is refused, which is what some examples are about.
				expect(emulator.log.filter(({ status }) => status !== 200)).toEqual([]);
			});
		},
	);
}
