import type { IExecuteFunctions } from 'n8n-workflow';
import { readDeviceNames } from '../../../../../platform/cancellation/deviceNames';
import { MOST_DEVICES_PER_REQUEST } from '../../../../../platform/cancellation/plan';
import type { CancelTarget } from '../../../../../platform/cancellation/plan';
import type { InputFault } from '../../../../../platform/faults';
import { isRecord } from '../../../../../platform/json';
import { done } from '../../../../../platform/result';
import type { Result } from '../../../../../platform/result';
import { LONGEST_WAIT, readCount, readId, readRequiredId } from '../../../../../platform/text';
import { mapItems } from '../../../execution/mapItems';
import { readEachItem } from '../../../execution/parameters';
import type { CallRules } from '../../../execution/session';
import { readCallRules } from '../../../execution/sendingOptions';

/** What a user can set under Options, with the defaults filled in. */
export interface CancelOptions extends CallRules {
	readonly combineItems: boolean;
	readonly devicesPerRequest: number;
	readonly nothingToCancelIsSuccess: boolean;
	readonly output: 'response' | 'perDevice';
	readonly previewOnly: boolean;
	/** 0 for no limit. */
	readonly refuseMoreThan: number;
	/** How long to verify, ms; 0 = not at all. */
	readonly verifyFor: number;
}

/** Reads what each input item asks to cancel, or which field keeps it from doing so. */
export async function readTargets(
	context: IExecuteFunctions,
): Promise<Array<Result<CancelTarget, InputFault>>> {
	const productKey = readEachItem(context, 'productKey', 'Product', (value) =>
		readRequiredId(
			'Product',
			value,
			'Enter the product key, e.g. k1nhvyl0001. The console shows it on the page of the product.',
		),
	);
	const firmwareId = readEachItem(context, 'firmwareId', 'OTA Package', (value) =>
		readRequiredId(
			'OTA Package',
			value,
			'Enter the ID of the package, e.g. 168. The console shows it in the list of OTA packages.',
		),
	);
	const jobId = readEachItem(context, 'jobId', 'OTA Job', (value) => readId('OTA Job', value));
	const deviceNames = readEachItem(context, 'deviceNames', 'Device Names', readDeviceNames);

	return await mapItems(context, (item) => {
		const product = productKey(item);
		if (!product.ok) return product;
		const firmware = firmwareId(item);
		if (!firmware.ok) return firmware;
		const job = jobId(item);
		if (!job.ok) return job;
		const names = deviceNames(item);
		if (!names.ok) return names;
		return done({
			productKey: product.value,
			firmwareId: firmware.value,
			jobId: job.value,
			deviceNames: names.value,
		});
	});
}

/** Reads the options, which hold for the whole execution, from the first item. */
export function readOptions(context: IExecuteFunctions): Result<CancelOptions, InputFault> {
	const given: unknown = context.getNodeParameter('options', 0, {});
	const options = isRecord(given) ? given : {};
	const devicesPerRequest = readCount('Devices per Request', options.devicesPerRequest, {
		usual: MOST_DEVICES_PER_REQUEST,
		most: MOST_DEVICES_PER_REQUEST,
	});
	if (!devicesPerRequest.ok) return devicesPerRequest;
	const refuseMoreThan = readCount('Refuse More Than', options.refuseMoreThan, {
		usual: 0,
		least: 0,
	});
	if (!refuseMoreThan.ok) return refuseMoreThan;
	const rules = readCallRules(options);
	if (!rules.ok) return rules;
	const verifyTimeout = readCount('Verify Timeout (Ms)', options.verifyTimeout, {
		usual: 30_000,
		most: LONGEST_WAIT,
	});
	if (!verifyTimeout.ok) return verifyTimeout;
	return done({
		...rules.value,
		combineItems: options.combineItems !== false,
		devicesPerRequest: devicesPerRequest.value,
		nothingToCancelIsSuccess: options.nothingToCancel === 'success',
		output: options.output === 'perDevice' ? 'perDevice' : 'response',
		previewOnly: options.previewOnly === true,
		refuseMoreThan: refuseMoreThan.value,
		verifyFor: options.verify === true ? verifyTimeout.value : 0,
	});
}
