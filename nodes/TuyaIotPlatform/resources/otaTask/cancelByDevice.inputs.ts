import type { IExecuteFunctions } from 'n8n-workflow';
import { readDeviceNames } from '../../../../platform/cancellation/deviceNames';
import type { CancelTarget } from '../../../../platform/cancellation/plan';
import { badInput } from '../../../../platform/faults';
import type { InputFault } from '../../../../platform/faults';
import { isRecord } from '../../../../platform/json';
import { done, failed } from '../../../../platform/result';
import type { Result } from '../../../../platform/result';
import { readId, readRequiredId } from '../../../../platform/text';

/** What a user can set under Options, with the defaults filled in. */
export interface CancelOptions {
	readonly output: 'response' | 'perDevice';
	/** For each attempt, ms. */
	readonly timeout: number;
	/** From 1. */
	readonly maxAttempts: number;
}

/** What one input item asks to cancel, or which field keeps it from doing so. */
export function readTarget(
	context: IExecuteFunctions,
	itemIndex: number,
): Result<CancelTarget, InputFault> {
	const locator = (name: string): unknown =>
		context.getNodeParameter(name, itemIndex, '', { extractValue: true });

	const productKey = readRequiredId(
		'Product',
		locator('productKey'),
		'Enter the product key, e.g. k1nhvyl0001. The console shows it on the page of the product.',
	);
	if (!productKey.ok) return productKey;
	const firmwareId = readRequiredId(
		'OTA Package',
		locator('firmwareId'),
		'Enter the ID of the package, e.g. 168. The console shows it in the list of OTA packages.',
	);
	if (!firmwareId.ok) return firmwareId;
	const jobId = readId('OTA Job', locator('jobId'));
	if (!jobId.ok) return jobId;
	const deviceNames = readDeviceNames(context.getNodeParameter('deviceNames', itemIndex, ''));
	if (!deviceNames.ok) return deviceNames;

	return done({
		productKey: productKey.value,
		firmwareId: firmwareId.value,
		jobId: jobId.value,
		deviceNames: deviceNames.value,
	});
}

/** Reads the options, which hold for the whole execution, from the first item. */
export function readOptions(context: IExecuteFunctions): Result<CancelOptions, InputFault> {
	const given: unknown = context.getNodeParameter('options', 0, {});
	const options = isRecord(given) ? given : {};
	const timeout = readCount('Timeout', options.timeout, 30_000);
	if (!timeout.ok) return timeout;
	const maxAttempts = readCount('Max Attempts', options.maxAttempts, 4);
	if (!maxAttempts.ok) return maxAttempts;
	return done({
		output: options.output === 'perDevice' ? 'perDevice' : 'response',
		timeout: timeout.value,
		maxAttempts: maxAttempts.value,
	});
}

function readCount(field: string, value: unknown, usual: number): Result<number, InputFault> {
	if (value === undefined || value === '') return done(usual);
	const count = Number(value);
	return Number.isSafeInteger(count) && count >= 1
		? done(count)
		: failed(badInput(field, `is ${String(value)}`, `Enter a whole number from 1, e.g. ${usual}.`));
}
