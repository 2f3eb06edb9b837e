import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { explain, readConnection } from '../../../platform';
import type { Connection } from '../../../platform';

/** Whatever n8n lets send: a node's execution, a list in the editor, a poll of a trigger. */
export type SendingContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export const CREDENTIAL = 'tuyaIotPlatformApi';

/** The connection that the node's credential describes. Throws a `NodeOperationError` that names the field to mend. */
export async function connectionOf(context: SendingContext): Promise<Connection> {
	const connection = readConnection(await context.getCredentials(CREDENTIAL));
	if (connection.ok) return connection.value;
	const { kind, field } = connection.fault;
	const { message, description } = explain(connection.fault);
	const error = new NodeOperationError(context.getNode(), `${message} (in the credential)`, {
		description,
	});
	error.context.details = { kind, field };
	throw error;
}
