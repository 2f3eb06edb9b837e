import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { RefusedFault } from '../../../../platform';
import { ok } from '../../../../platform';
import { optionsField } from '../../operations/fields';
import { fieldValuesReader, singleFields } from '../../operations/fieldValues';
import type { Operation } from '../../operations/operation';
import { readEachItem } from '../../operations/readItems';
import { serveItems } from '../../operations/serveItems';
import { callFields } from './callFields';
import { namesIn, readCall } from './callRequest';

const fields = [...callFields, optionsField(true)];
const nameOf = namesIn(singleFields(callFields));

/** Calls any action of the platform, documented or not. */
export const callAction: Operation = {
	value: 'callAction',
	name: 'Call Action',
	action: 'Call any platform action',
	description:
		'Destructive: call any action of the cloud API by its name and parameters, also one that changes or deletes. Use it only for what no other operation does.',
	cloudActions: 'any',
	fields,
	execute,
};

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const prepared = await readEachItem(context, () => {
		const readAt = fieldValuesReader(context, callFields);
		return (item) => {
			const fieldValues = readAt(item);
			if (!fieldValues.ok) return fieldValues;
			const request = readCall(fieldValues.value, nameOf);
			if (!request.ok) return request;
			return ok({ fieldValues: fieldValues.value, request: request.value, view: { kind: 'raw' } });
		};
	});
	return await serveItems(context, { fields, advise }, prepared);
}

const UNKNOWN_ACTION = /^Invalid(?:Action|Api)(?:\.NotFound)?$/i;

/** Refusals are told for operations that have a field for each parameter. */
function advise({ code, meaning }: RefusedFault): string | undefined {
	if (UNKNOWN_ACTION.test(code)) {
		return "Compare Action with the platform's documentation: each letter counts, capitals included.";
	}
	return meaning && /\bthis node\b/.test(meaning.remedy)
		? 'Call Action has the fields that this speaks of as entries of Parameters.'
		: undefined;
}
