import type { IPollFunctions } from 'n8n-workflow';
import { badInput } from '../../platform/faults';
import type { InputFault } from '../../platform/faults';
import { isRecord } from '../../platform/json';
import { done, failed } from '../../platform/result';
import type { Result } from '../../platform/result';
import { readCount, readRequiredId } from '../../platform/text';
import type { FailureRule } from '../../platform/watching/judge';
import type { Watch, WatchedEvent, WatchScope } from '../../platform/watching/watch';
import { readCallRules } from '../TuyaIotPlatform/execution/sendingOptions';
import type { CallRules } from '../TuyaIotPlatform/execution/session';

/** What a user has entered, checked. */
export interface TriggerInputs {
	readonly watch: Watch;
	readonly rules: CallRules;
}

type Options = Readonly<Record<string, unknown>>;

/** Reads the fields of the trigger. */
export function readInputs(context: IPollFunctions): Result<TriggerInputs, InputFault> {
	const given: unknown = context.getNodeParameter('options', {});
	const options = isRecord(given) ? given : {};
	const scope = readScope(context);
	if (!scope.ok) return scope;
	const event = readEvent(context, options);
	if (!event.ok) return event;
	const rules = readCallRules(options);
	if (!rules.ok) return rules;
	return done({
		watch: {
			scope: scope.value,
			event: event.value,
			tellExisting: options.startWith === 'existing',
		},
		rules: rules.value,
	});
}

function readScope(context: IPollFunctions): Result<WatchScope, InputFault> {
	const id = (field: string, name: string, example: string) =>
		readRequiredId(
			field,
			context.getNodeParameter(name, '', { extractValue: true }),
			`Enter it, e.g. ${example}. The console of the instance shows it.`,
		);
	switch (context.getNodeParameter('scope', 'package')) {
		case 'job': {
			const jobId = id('OTA Job', 'jobId', '1836340779212661234');
			return jobId.ok ? done({ kind: 'job', jobId: jobId.value }) : jobId;
		}
		case 'product': {
			const productKey = id('Product', 'productKey', 'k1nhvyl0001');
			return productKey.ok ? done({ kind: 'product', productKey: productKey.value }) : productKey;
		}
		default: {
			const firmwareId = id('OTA Package', 'firmwareId', '168');
			return firmwareId.ok ? done({ kind: 'package', firmwareId: firmwareId.value }) : firmwareId;
		}
	}
}

function readEvent(context: IPollFunctions, options: Options): Result<WatchedEvent, InputFault> {
	const kind = context.getNodeParameter('event', 'jobGoesWrong');
	if (kind === 'taskFailed' || kind === 'jobFinished') return done({ kind });
	const rule = readRule(context, options);
	return rule.ok ? done({ kind: 'jobGoesWrong', rule: rule.value }) : rule;
}

function readRule(context: IPollFunctions, options: Options): Result<FailureRule, InputFault> {
	const threshold = readPercent('Failure Threshold (%)', context.getNodeParameter('threshold', 5));
	if (!threshold.ok) return threshold;
	const minimumSample = readCount('Minimum Sample', context.getNodeParameter('minimumSample', 50), {
		usual: 50,
	});
	if (!minimumSample.ok) return minimumSample;
	const rise = readPercent('Repeat After a Rise Of (%)', options.rise);
	if (!rise.ok) return rise;
	const stuckAfter = readCount('Stuck After (Minutes)', options.stuckAfter, { usual: 60 });
	if (!stuckAfter.ok) return stuckAfter;
	const alsoFailed: unknown[] = Array.isArray(options.alsoFailed) ? options.alsoFailed : [];
	return done({
		threshold: threshold.value,
		minimumSample: minimumSample.value,
		rise: rise.value,
		countCanceled: alsoFailed.includes('canceled'),
		stuckAfter: alsoFailed.includes('stuck') ? stuckAfter.value : 0,
	});
}

/** Both fields that take a percentage stand for 5 % when they are empty. */
const USUAL_PERCENT = 5;

function readPercent(field: string, value: unknown): Result<number, InputFault> {
	if (value === undefined || value === null || value === '') return done(USUAL_PERCENT);
	const percent = Number(value);
	if (percent >= 0 && percent <= 100) return done(percent);
	return failed(
		badInput(
			field,
			`is ${JSON.stringify(value)}`,
			`Enter a number from 0 to 100, e.g. ${USUAL_PERCENT}.`,
		),
	);
}
