import type { IExecuteFunctions } from 'n8n-workflow';
import {
	fail,
	gaveNothing,
	isNothing,
	ok,
	readId,
	readNamesToCancel,
	readRequiredId,
} from '../../../../../platform';
import type { CallRules, CancelTarget, InputFault, Origin, Result } from '../../../../../platform';
import { mapItems } from '../../../shared/mapItems';
import { OptionReader } from '../../../shared/optionReader';
import type { OptionFault } from '../../../shared/optionReader';
import { readEachItem } from '../../../shared/parameters';
import { readCallRules } from '../../../shared/sendingOptions';
import * as options from './options';

/** What a user can set under Options or as a guard, with the defaults filled in. */
export interface CancelOptions extends CallRules {
	readonly combineItems: boolean;
	readonly devicesPerRequest: number;
	readonly nothingToCancelIsSuccess: boolean;
	readonly output: 'response' | 'perDevice' | 'summary';
	readonly previewOnly: boolean;
	/** 0 for no limit. */
	readonly refuseMoreThan: number;
	/** How long to verify, ms; 0 = not at all. */
	readonly verifyFor: number;
}

/** Reads what each input item asks to cancel, which may be no device, or which field keeps it from doing so. */
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
	const jobId = readEachItem(context, 'jobId', 'OTA Job', readJobId);
	const deviceNames = readEachItem(context, 'deviceNames', 'Device Names', readNamesToCancel);

	return await mapItems(context, (item) => {
		const product = productKey(item);
		if (!product.ok) return product;
		const firmware = firmwareId(item);
		if (!firmware.ok) return firmware;
		const job = jobId(item);
		if (!job.ok) return job;
		const names = deviceNames(item);
		if (!names.ok) return names;
		return ok({
			productKey: product.value,
			firmwareId: firmware.value,
			jobId: job.value,
			item,
			deviceNames: names.value,
		});
	});
}

/** Empty for every job of the package, which an expression that gave nothing must not stand for. */
function readJobId(value: unknown, origin: Origin): Result<string, InputFault> {
	if (origin === 'user' || !isNothing(value)) return readId('OTA Job', value);
	return fail(
		gaveNothing('OTA Job', value, {
			meant: 'every job of the package',
			fix: 'Check that the item holds the job ID. If every job is meant, switch the field to Fixed and leave it empty.',
		}),
	);
}

/** Reads options and guards, which hold for the whole execution. */
export async function readOptions(
	context: IExecuteFunctions,
): Promise<Result<CancelOptions, OptionFault>> {
	const reader = OptionReader.ofExecution(context);
	const verifies = await reader.option(options.verify);
	const verifyTimeout = await reader.option(options.verifyTimeout);
	const read: CancelOptions = {
		...(await readCallRules(reader)),
		combineItems: await reader.option(options.combineItems),
		devicesPerRequest: await reader.option(options.devicesPerRequest),
		nothingToCancelIsSuccess: (await reader.option(options.nothingToCancel)) === 'success',
		output: await reader.option(options.output),
		previewOnly: await reader.guard(options.previewOnly),
		refuseMoreThan: await reader.guard(options.refuseMoreThan),
		verifyFor: verifies ? verifyTimeout : 0,
	};
	return reader.refusal ? fail(reader.refusal) : ok(read);
}
