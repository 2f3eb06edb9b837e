/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: compares records whole */
import { isDeepStrictEqual } from 'node:util';
import { ACTIONS, isAction, isRecord, READ_ACTIONS, readPages, recordsIn } from '../../platform';
import type { ActionName, CallAction, JsonObject } from '../../platform';
import { readEnvelope } from '../../platform/client/envelope';
import { answerOf, modelOf } from './models';

/** Records of an answer: those that were put into it, and those that this package reads out of it. */
export interface ReadBack {
	readonly sent: readonly unknown[];
	readonly read: readonly unknown[];
}

/**
 * An answer in the shape of the SDK's model, read by this package.
 * @param print writes it down as the platform would
 */
export async function readBack(
	action: ActionName,
	print: (answer: unknown) => string = JSON.stringify,
): Promise<ReadBack> {
	const model = modelOf(`${action}ResponseBody`);
	if (!model) throw new Error(`The SDK has no model of what ${action} answers`);
	const answer = answerOf(model);
	const json = jsonOf(print(answer));
	const { list, record } = ACTIONS[action];
	const sent = [(list?.path ?? record ?? []).reduce(within, answer)].flat();
	return { sent, read: list ? await pagesOf(action, json) : recordsIn(json, record ?? []) };
}

/** The reads whose answers the SDK has models of. */
export const MODELLED: readonly ActionName[] = READ_ACTIONS.filter(
	(action) => modelOf(`${action}ResponseBody`) !== undefined,
);

/** Whether a read brings all that the SDK's model of its answer holds; undefined where there is no such model. */
export async function isReadWhole(action: string): Promise<boolean | undefined> {
	if (!isAction(action) || !MODELLED.includes(action)) return undefined;
	const { sent, read } = await readBack(action);
	return isDeepStrictEqual(read, sent);
}

function within(value: unknown, key: string): unknown {
	return isRecord(value) ? value[key] : undefined;
}

function jsonOf(body: string): JsonObject {
	const read = readEnvelope({ kind: 'answered', status: 200, headers: {}, body });
	if (!read.ok) throw new Error(`The answer is taken for ${read.fault.kind}`);
	return read.value.json;
}

/** Read over its pages, of which there is one. */
async function pagesOf(action: ActionName, json: JsonObject): Promise<readonly unknown[]> {
	let calls = 0;
	const call: CallAction = async () => {
		if (++calls > 1) throw new Error(`${action} is asked for a page beyond the last`);
		return { ok: true, answer: { json, requestId: '' }, attempts: 1, inDoubt: false };
	};
	const pages = await readPages({ action, parameters: {} }, call);
	if (!pages.ok) throw new Error(`The list is taken for ${pages.fault.kind}`);
	if (pages.value.missing > 0) throw new Error(`${action} is short of ${pages.value.missing}`);
	return pages.value.records;
}
