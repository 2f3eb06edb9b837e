import { call } from '../emulator/testing';
import type { Client } from './client';
import { refusedBy } from './client';

/** `@alicloud/pop-core`, which calls any action by its name. */
export function popCore(method: 'GET' | 'POST'): Client {
	return {
		name: `pop-core, ${method}`,
		ask: async (emulator, action, asked) => {
			try {
				const answer = await call(emulator, action, { ...asked }, method);
				return { kind: 'answered', answer, lost: [] };
			} catch (thrown) {
				return refusedBy(thrown);
			}
		},
	};
}
