import Iot from '@alicloud/iot20180120';
import { isRecord } from '../../platform';
import type { Client, Told } from './client';
import { lostOf, refusedBy } from './client';
import { modelOf } from './models';
import { configFor } from './openApi';
import type { Asked } from './requests';

/** The SDK, which also keeps what came before it was put into its models. */
class KeepingIot extends Iot {
	sent: unknown;

	override async callApi(...given: Parameters<Iot['callApi']>) {
		const answer = await super.callApi(...given);
		this.sent = answer.body;
		return answer;
	}
}

/** `@alicloud/iot20180120`, with a method for each action and models of requests and answers. */
export const iotSdk: Client = {
	name: 'iot20180120',
	ask: async (emulator, action, asked) => {
		const client = new KeepingIot(configFor(emulator));
		const method: unknown = Reflect.get(client, withSmallInitial(action));
		if (typeof method !== 'function') return { kind: 'without' };
		try {
			const response: unknown = await Reflect.apply(method, client, [requestOf(action, asked)]);
			return understood(client.sent, response);
		} catch (thrown) {
			return refusedBy(thrown);
		}
	},
};

function withSmallInitial(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The request in the model of the SDK, which has to know every parameter. */
function requestOf(action: string, asked: Asked): object {
	const model = modelOf(`${action}Request`);
	if (!model) throw new Error(`The SDK has a method for ${action} and no model of its request`);
	const fields = Object.entries(model.names()).map(([field, name]) => [field, asked[name]]);
	const known = Object.values(model.names());
	const unknown = Object.keys(asked).filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Error(`The SDK's ${action} lacks ${unknown.join(', ')}`);
	return new model(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
}

function understood(sent: unknown, response: unknown): Told {
	const body = isRecord(response) ? response.body : undefined;
	if (!isRecord(body) || typeof body.toMap !== 'function') {
		throw new Error('The SDK gave no model of an answer');
	}
	const answer: unknown = body.toMap();
	return { kind: 'answered', answer, lost: lostOf(sent, answer) };
}
