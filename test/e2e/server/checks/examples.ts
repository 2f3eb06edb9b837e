import { withEmulator } from '../../../emulator/testing';
import { addCredential, credentialData } from '../../harness/credentials';
import { exampleNames, readExample, triggerOf } from '../../harness/exampleFiles';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { addWorkflow, runByHand } from '../../harness/workflows';

/** That every workflow of examples/ can be imported and runs on the items that it brings. */
export function checkExamples(running: () => N8n): void {
	it.each(exampleNames())(
		'given %s, when it is imported and run, then it succeeds',
		async (name) => {
			await withEmulator({ https: true }, async (emulator) => {
				const { rest } = running();
				const credentialId = await addCredential(rest, credentialData(emulator));
				const workflow = readExample(name, credentialId);
				const id = await addWorkflow(rest, workflow);
				const execution = await finishedExecution(
					rest,
					await runByHand(rest, id, triggerOf(workflow)),
				);
				expect({ status: execution.status, error: execution.error }).toEqual({
					status: 'success',
				});
				expect(emulator.log.length).toBeGreaterThan(0);
				expect(emulator.log.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
			});
		},
	);
}
