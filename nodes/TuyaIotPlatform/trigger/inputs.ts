import type { IPollFunctions } from 'n8n-workflow';
import { fail, ok, readRequiredId } from '../../../platform';
import type {
	CallRules,
	FailureRule,
	InputFault,
	Result,
	SuccessRule,
	Watch,
	WatchScope,
	WatchedEvent,
} from '../../../platform';
import { OptionReader } from '../shared/optionReader';
import { unusableExpression } from '../shared/parameters';
import { pickedJob } from '../shared/pickedJob';
import { readCallRules } from '../shared/sendingOptions';
import {
	eventField,
	failureCountField,
	finishedShareField,
	minimumSampleField,
	scopeField,
	successThresholdField,
	thresholdField,
} from './fields';
import { alsoFailed, offlineAfter, rise, startWith, stuckAfter } from './options';

/** What a user has entered, checked. */
interface TriggerInputs {
	readonly watch: Watch;
	readonly rules: CallRules;
}

/** Reads the fields of the trigger. */
export async function readInputs(
	context: IPollFunctions,
): Promise<Result<TriggerInputs, InputFault>> {
	const reader = OptionReader.ofPoll(context);
	const kind = await reader.field(scopeField);
	const event = await readEvent(reader, context.getNode().typeVersion);
	const tellExisting = (await reader.option(startWith)) === 'existing';
	const rules = await readCallRules(reader);
	if (reader.refusal) return fail(reader.refusal.fault);
	const scope = readScope(context, kind);
	return scope.ok ? ok({ watch: { scope: scope.value, event, tellExisting }, rules }) : scope;
}

function readScope(
	context: IPollFunctions,
	kind: WatchScope['kind'],
): Result<WatchScope, InputFault> {
	switch (kind) {
		case 'job': {
			const jobId = readIdField(context, 'OTA Job', 'jobId', '1836340779212661234');
			const picked = pickedJob((name) =>
				context.getNodeParameter(name, '', { rawExpressions: true }),
			);
			return jobId.ok ? ok({ kind, jobId: jobId.value, ofPackage: picked?.firmwareId }) : jobId;
		}
		case 'product': {
			const productKey = readIdField(context, 'Product', 'productKey', 'k1nhvyl0001');
			return productKey.ok ? ok({ kind, productKey: productKey.value }) : productKey;
		}
		case 'package': {
			const firmwareId = readIdField(context, 'OTA Package', 'firmwareId', '168');
			return firmwareId.ok ? ok({ kind, firmwareId: firmwareId.value }) : firmwareId;
		}
	}
}

function readIdField(
	context: IPollFunctions,
	field: string,
	name: string,
	example: string,
): Result<string, InputFault> {
	const fix = `Enter it, e.g. ${example}. The console of the instance shows it.`;
	try {
		return readRequiredId(field, context.getNodeParameter(name, '', { extractValue: true }), fix);
	} catch (error) {
		return fail(unusableExpression(field, error));
	}
}

/** @param version of the node */
async function readEvent(reader: OptionReader, version: number): Promise<WatchedEvent> {
	const kind = await reader.field(eventField);
	switch (kind) {
		case 'jobGoesWrong':
			return { kind, rule: await readFailureRule(reader, version) };
		case 'jobGoesWell':
			return { kind, rule: await readSuccessRule(reader, version) };
		default:
			return { kind };
	}
}

async function readFailureRule(reader: OptionReader, version: number): Promise<FailureRule> {
	const threshold = await reader.field(thresholdField);
	const failureCount = await reader.field(failureCountField);
	const repeatRise = await reader.option(rise);
	return { ...(await readCounting(reader, version)), threshold, failureCount, rise: repeatRise };
}

async function readSuccessRule(reader: OptionReader, version: number): Promise<SuccessRule> {
	const threshold = await reader.field(successThresholdField);
	const finishedShare = await reader.field(finishedShareField);
	return { ...(await readCounting(reader, version)), threshold, finishedShare };
}

/** What counts as failed, which both rules share. */
async function readCounting(reader: OptionReader, version: number) {
	const minimumSample = await reader.field(minimumSampleField);
	const stuckMinutes = await reader.option(stuckAfter);
	const offlineMinutes = await reader.option(offlineAfter);
	const also = await reader.option(alsoFailed(version));
	return {
		minimumSample,
		countCanceled: also.includes('canceled'),
		stuckAfter: also.includes('stuck') ? stuckMinutes : 0,
		offlineAfter: also.includes('offline') ? offlineMinutes : 0,
	};
}
