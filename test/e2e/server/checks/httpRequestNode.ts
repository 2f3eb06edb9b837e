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
	runByHand,
} from '../../harness/workflows';

const PARAMETERS = {
	parameters: [
		{ name: 'Action', value: 'ListOTAFirmware' },
		{ name: 'CurrentPage', value: '1' },
		{ name: 'PageSize', value: '10' },
	],
};

/** That n8n's own HTTP Request node can call any action with the credential. */
export function checkHttpRequestNode(running: () => N8n): void {
	it.each([
		['GET', { method: 'GET', sendQuery: true, queryParameters: PARAMETERS }],
		[
			'POST',
			{
				method: 'POST',
				sendBody: true,
				contentType: 'form-urlencoded',
				bodyParameters: PARAMETERS,
			},
		],
	])(
		'given our credential and %s, when it calls an action, then the answer is signed for',
		async (_, how) => {
			await withEmulator({ https: true }, async (emulator) => {
				const { rest } = running();
				const id = await addCredential(rest, credentialData(emulator));
				const request = node(
					'Call',
					'n8n-nodes-base.httpRequest',
					4.2,
					{
						url: `${emulator.url}/`,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: CREDENTIAL_TYPE,
						...how,
					},
					{ credentials: { [CREDENTIAL_TYPE]: { id, name: 'Platform' } } },
				);
				const workflow = await addWorkflow(rest, chain('Any action', manualTrigger(), request));
				const execution = await finishedExecution(rest, await runByHand(rest, workflow));
				expect(execution.outputs('Call')[0]).toMatchObject([{ code: '', success: true }]);
				expect(emulator.log).toMatchObject([{ action: 'ListOTAFirmware', outcome: 'answered' }]);
			});
		},
	);
}
