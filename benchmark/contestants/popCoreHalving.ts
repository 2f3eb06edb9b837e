/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- never shipped: compared with this package */
import { setTimeout as wait } from 'node:timers/promises';
import { deviceNames } from './contestant';
import type { Contestant } from './contestant';
import { turnsOf } from './paced';
import { cancelByDevice, popCoreClient } from './popCore';

const DEVICES_PER_REQUEST = 200;
const MOST_ATTEMPTS = 5;
/** Ms */
const PAUSE = 1_000;

/**
 * A script around pop-core for a roll-out under way: it sends 200 devices a call, and both halves of what the
 * platform refuses, until a device stands alone. A call that gets no answer, or is throttled, is repeated.
 */
export const popCoreHalving: Contestant = {
	name: '@alicloud/pop-core, halving',
	devicesPerRequest: DEVICES_PER_REQUEST,
	load: async () => async (task) => {
		const client = popCoreClient(task);
		const turn = turnsOf(task);
		const accepts = async (names: readonly string[]) =>
			await persistently(async () => {
				await turn();
				const { success, Success } = await cancelByDevice(client, names);
				return success === true || Success === true;
			});
		let outputs = 0;
		const cancel = async (names: readonly string[]): Promise<void> => {
			if (await accepts(names)) {
				outputs++;
			} else if (names.length > 1) {
				const middle = Math.ceil(names.length / 2);
				await cancel(names.slice(0, middle));
				await cancel(names.slice(middle));
			}
		};
		const names = deviceNames(task.devices);
		for (let start = 0; start < names.length; start += DEVICES_PER_REQUEST) {
			await cancel(names.slice(start, start + DEVICES_PER_REQUEST));
		}
		return { outputs, paired: 0 };
	},
};

/** The answer to a question, asked again after a pause when it throws. Throws what the last attempt throws. */
async function persistently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await ask();
		} catch (error) {
			if (attempt === MOST_ATTEMPTS) throw error;
			await wait(PAUSE);
		}
	}
}
