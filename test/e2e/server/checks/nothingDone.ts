import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import {
	addWorkflow,
	chain,
	CREDENTIAL_TYPE,
	manualTrigger,
	node,
	NODE_TYPE,
	runByHand,
} from '../../harness/workflows';

interface Mishap {
	readonly mishap: string;
	readonly credential: ICredentialDataDecryptedObject;
	readonly options: INode['parameters'];
	readonly error: unknown;
}

/** Would leave the input items at "done" if n8n had its way with what is thrown. */
const MISHAPS: readonly Mishap[] = [
	{
		mishap: 'a credential with a blank secret',
		credential: { accessKeySecret: ' ' },
		options: {},
		error: 'AccessKey Secret is empty (in the credential)',
	},
	{
		mishap: 'an option that cannot be used',
		credential: {},
		options: { requestsPerSecond: '={{ "fast" }}' },
		error: expect.stringMatching(/^Requests per Second /),
	},
];

/** That nothing looks done of which nothing was done, in an operation that deletes. */
export function checkNothingDone(running: () => N8n): void {
	describe.each(MISHAPS)('given $mishap', ({ credential, options, error }) => {
		it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'when OTA Package Delete continues (%s), then each item tells the reason and nothing is sent',
			async (onError) => {
				await withEmulator({ https: true }, async (emulator) => {
					const { rest, version } = running();
					const data = { ...credentialData(emulator), ...credential };
					const credentialId = await addCredential(rest, data);
					const items = [DEMO.firmwareId, '999'].map((id) => ({ json: { id } }));
					const id = await addWorkflow(rest, {
						...chain('Nothing done', manualTrigger(), deleteNode(credentialId, options, onError)),
						pinData: { Start: items },
					});
					const execution = await finishedExecution(rest, await runByHand(rest, id));
					expect(execution.status).toBe('success');
					// n8n 1 knows an error item by two keys at most, so one with details stays with the others.
					const isBranch = onError === 'continueErrorOutput' && !version.startsWith('1.');
					const told = { error, message: expect.any(String), details: { kind: 'input' } };
					const outputs = execution.outputs('Delete');
					expect(outputs[isBranch ? 1 : 0]).toMatchObject([told, told]);
					expect(outputs[isBranch ? 0 : 1] ?? []).toEqual([]);
					expect(emulator.log).toEqual([]);
				});
			},
		);
	});
}

function deleteNode(
	credentialId: string,
	options: INode['parameters'],
	onError: INode['onError'],
): INode {
	return node(
		'Delete',
		NODE_TYPE,
		1,
		{
			resource: 'otaPackage',
			operation: 'delete',
			firmwareId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options,
		},
		{ credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Platform' } }, onError },
	);
}
