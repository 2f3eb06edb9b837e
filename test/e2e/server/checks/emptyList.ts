import { DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { addWorkflow, cancelNode, chain, manualTrigger, runByHand } from '../../harness/workflows';

const { productKey, firmwareId } = DEMO;

/** That an alert with nothing left to spare, as the trigger hands it on, is no failure and sends nothing. */
export function checkEmptyList(running: () => N8n): void {
	it('given an item with no device left and one with a device, when both are cancelled, then the first says that nothing was to be done', async () => {
		await withEmulator({ https: true }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const items = [[], ['testDevice1']].map((deviceNames) => ({
				json: { productKey, firmwareId, deviceNames },
			}));
			const id = await addWorkflow(rest, {
				...chain('Empty list', manualTrigger(), cancelNode(credentialId)),
				pinData: { Start: items },
			});
			const execution = await finishedExecution(rest, await runByHand(rest, id));
			expect(execution.status).toBe('success');
			expect(execution.outputs('Cancel')[0]).toMatchObject([
				{ outcome: 'nothingToDo', deviceNames: [] },
				{ success: true },
			]);
			expect(emulator.log.map(({ parameters }) => parameters['DeviceName.1'])).toEqual([
				'testDevice1',
			]);
		});
	});

	it('given an item that names no list at all, when it is cancelled, then it fails and nothing is sent', async () => {
		await withEmulator({ https: true }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const id = await addWorkflow(rest, {
				...chain('No list', manualTrigger(), cancelNode(credentialId)),
				pinData: { Start: [{ json: { productKey, firmwareId } }] },
			});
			const execution = await finishedExecution(rest, await runByHand(rest, id));
			expect(execution.status).toBe('error');
			expect(emulator.log).toEqual([]);
		});
	});
}
