import type { INodeProperties } from 'n8n-workflow';
import {
	ACTIONS,
	badInput,
	fail,
	isAction,
	ok,
	readActionName,
	readCallParameters,
	readCount,
	readFoundList,
	readId,
} from '../../../../platform';
import type { ActionParameters, InputFault, Result } from '../../../../platform';
import { makeOf, outcomeOfList } from '../../operations/callItem';
import type { ItemRequest, MakeCall } from '../../operations/callItem';
import type { FieldValues } from '../../operations/fieldValues';
import { readLimit } from '../../operations/readItems';

type Request = Result<ItemRequest, InputFault>;

/** Parameters that say which part of a list is wanted. */
const PAGES = ['CurrentPage', 'PageSize', 'NextToken'];

/** Makes a request of what an item gives for Call Action. */
export function readCall(fieldValues: FieldValues, nameOf: (field: string) => string): Request {
	const action = readActionName(nameOf('action'), fieldValues.get('action'));
	if (!action.ok) return action;
	const name = action.value;
	const given = fieldValues.get('parameters');
	const parameters = readCallParameters(nameOf('parameters'), given, name);
	if (!parameters.ok) return parameters;
	const isRead = fieldValues.get('effect') === 'read';
	const calls = [parameters.value];
	if (!isRead) return ok(writeOf(name, calls, fieldValues.get('repeatingIsSafe') === true));
	if (isAction(name) && ACTIONS[name].effect !== 'read') {
		const what = `is Read, but ${name} changes or makes something`;
		return fail(badInput(nameOf('effect'), what, 'Set it to Write.'));
	}
	const base = { action: name, effect: 'read', calls } as const;
	if (fieldValues.get('returns') !== 'list') {
		return ok({ ...base, limit: Number.POSITIVE_INFINITY, make: answerOf(name) });
	}
	const strayPage = Object.keys(parameters.value).find((key) => PAGES.includes(key));
	if (strayPage !== undefined) {
		const what = `has ${strayPage}, which the node sets itself where Return is List`;
		return fail(
			badInput(nameOf('parameters'), what, `Leave it out, or set ${nameOf('returns')} to Answer.`),
		);
	}
	const limit = readLimit(fieldValues);
	if (!limit.ok) return limit;
	const make = listMaker(name, fieldValues, nameOf);
	return make.ok ? ok({ ...base, limit: limit.value, make: make.value }) : make;
}

function writeOf(
	action: string,
	calls: readonly ActionParameters[],
	mayRepeat: boolean,
): ItemRequest {
	const effect = isAction(action) ? ACTIONS[action].effect : 'change';
	const once = mayRepeat || effect === 'read' ? {} : ({ once: true } as const);
	const limit = Number.POSITIVE_INFINITY;
	return { action, effect, ...once, calls, limit, make: answerOf(action, once) };
}

/** Hands on the answer as received. */
function answerOf(action: string, once: Pick<ItemRequest, 'once'> = {}): MakeCall {
	return async (parameters, _limit, call) => {
		const outcome = await call({ action, parameters, ...once });
		if (outcome.ok) return { outputs: [outcome.answer.json] };
		return { outputs: [], fault: outcome.fault, inDoubt: outcome.inDoubt };
	};
}

/** Hands on the records of a list: where the catalog says they are, or the user, or else where they are found. */
function listMaker(
	action: string,
	fieldValues: FieldValues,
	nameOf: (field: string) => string,
): Result<MakeCall, InputFault> {
	const path = readId(nameOf('listPath'), fieldValues.get('listPath'));
	if (!path.ok) return path;
	const bounds = { usual: 50, least: 1, most: 1000 };
	const pageSize = readCount(nameOf('pageSize'), fieldValues.get('pageSize'), bounds);
	if (!pageSize.ok) return pageSize;
	if (path.value === '' && isAction(action) && ACTIONS[action].list) return ok(makeOf(action));
	const keys = path.value === '' ? {} : { path: path.value.split('.') };
	return ok(async (parameters, limit, call) => {
		const request = { action, parameters, ...keys, pageSize: pageSize.value, limit };
		return outcomeOfList(await readFoundList(request, call));
	});
}

/** How the editor names a field, also one in a collection. */
export function namesIn(fields: readonly INodeProperties[]): (field: string) => string {
	const names = new Map(fields.map(({ name, displayName }) => [name, displayName]));
	return (field) => names.get(field) ?? field;
}
