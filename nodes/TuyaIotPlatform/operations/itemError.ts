import {
	ACTIONS,
	codeToTell,
	explain,
	explainUpload,
	isAction,
	mustNotRepeat,
} from '../../../platform';
import type { ExplanationContext, IncompleteFault, JsonObject } from '../../../platform';
import { inputItemError } from '../shared/errors';
import type { ItemError } from '../shared/errors';
import type { ItemRequest } from './callItem';
import type { ItemFault } from './spec';

const LOOK_FIRST =
	'It may have been done all the same, and doing it again would make a second one: look for it before you execute the node again.';

const LOOK_AT_DEVICE =
	'The device may have been told all the same, and would do it twice if it were told again: look at the device before you execute the node again.';

const NOT_REPEATED =
	'It may have been carried out all the same, and was not sent again: Repeating Is Safe is off. Look whether it is done before you execute the node again.';

const PERHAPS_DONE =
	'An attempt before got no answer and may have done it: look whether it is done already. ';

/** What was asked for: an action, and whether it may be done twice. */
type Asked = Pick<ItemRequest, 'action' | 'once'>;

/** What to tell about an item that could not be served to its end. */
export function itemErrorOf(
	{ fault, storage, inDoubt, isEarly }: ItemFault,
	itemIndex: number,
	asked: Asked,
	explanation: ExplanationContext,
): ItemError {
	if (fault.kind === 'input') return inputItemError(fault, itemIndex);
	const { message, description } = storage
		? explainUpload(fault, storage)
		: explain(fault, explanation);
	const refusal = fault.kind === 'refused' ? fault : undefined;
	const { hide } = explanation;
	return {
		message,
		description:
			mustNotRepeat(asked, fault) && !isEarly
				? lookFirst(asked)
				: `${inDoubt ? PERHAPS_DONE : ''}${description}`,
		itemIndex,
		...(refusal ? { httpCode: String(refusal.status) } : {}),
		details: {
			code: refusal ? codeToTell(refusal, hide) : '',
			requestId: hide(refusal?.requestId ?? ''),
			action: asked.action,
			...(fault.kind === 'incomplete' ? figuresOf(fault) : {}),
		},
	};
}

/** What to look for before it is done again. */
function lookFirst({ action }: Asked): string {
	const effect = isAction(action) ? ACTIONS[action].effect : undefined;
	if (effect === 'invoke') return LOOK_AT_DEVICE;
	return effect === 'create' ? LOOK_FIRST : NOT_REPEATED;
}

/** How much of a list came; a total only where the platform tells one. */
function figuresOf({ read, total }: IncompleteFault) {
	return Number.isFinite(total) ? { read, total } : { read };
}

/** The same, for an error that ends the workflow: it has to tell what was done before, for no output will. */
export function withWhatWasDone(itemError: ItemError, answers: readonly JsonObject[]): ItemError {
	if (answers.length === 0) return itemError;
	const before =
		answers.length === 1 ? '1 request before it was' : `${answers.length} requests before it were`;
	return {
		...itemError,
		description: `${itemError.description} ${before} carried out; their answers are in the details. Nothing after it was sent.`,
		details: { ...itemError.details, done: [...answers] },
	};
}
