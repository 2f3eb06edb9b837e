import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Connection } from '../../../platform/connection';
import { readConnection } from '../../../platform/connection';
import { explain } from '../../../platform/explain';

export const CREDENTIAL = 'tuyaIotPlatformApi';

/** The instance that the node's credential opens. Throws a `NodeOperationError` that names the field to mend. */
export async function readInstance(context: IExecuteFunctions): Promise<Connection> {
	const connection = readConnection(await context.getCredentials(CREDENTIAL));
	if (connection.ok) return connection.value;
	const { message, description } = explain(connection.fault);
	throw new NodeOperationError(context.getNode(), `${message} (in the credential)`, {
		description,
	});
}
