import type { Connection } from '../../platform/signing/connection';
import { parseEndpoint } from '../../platform/signing/endpoint';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';

/** A connection to an endpoint with the emulator's key pair, changed as given. */
export function connectionTo(endpoint: string, changes: Partial<Connection> = {}): Connection {
	const parsed = parseEndpoint(endpoint);
	if (!parsed.ok) throw new Error(`${endpoint} is no endpoint`);
	return {
		endpoint: parsed.value,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
		method: 'GET',
		dialect: { kind: 'full', version: '2018-01-20' },
		regionId: '',
		instanceId: '',
		anyCertificate: false,
		...changes,
	};
}
