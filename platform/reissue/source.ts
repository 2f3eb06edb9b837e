import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import { badInput } from '../errors/faults';
import type { CallFault, Fault } from '../errors/faults';
import { readText } from '../json';
import { recordsIn } from '../lists/records';
import { listJobsOfPackage, readJob } from '../ota/jobs';
import { otherPackage } from '../ota/otherPackage';
import { fail, ok } from '../result';
import type { Result } from '../result';
import type { ReissueOrder } from './order';
import { compareVersions } from './versions';
import type { VersionOrder } from './versions';

/** The module that stands for the whole device, also where a package names none (PROTOCOL section 9). */
export const DEFAULT_MODULE = 'default';

/** The job whose devices are meant. */
export interface Source {
	readonly jobId: string;
	readonly productKey: string;
	readonly firmwareId: string;
	/** When it was created, ms since 1970 by the platform's clock. */
	readonly created: number;
}

/** The package that devices are to get. */
export interface Target {
	readonly firmwareId: string;
	readonly version: string;
	/** The module that it updates. */
	readonly moduleName: string;
	/** The version that the job brought, and how this one stands to it; only where it is another package. */
	readonly against?: { readonly version: string; readonly order: VersionOrder };
}

/** What an order is about. */
export interface Ends {
	readonly source: Source;
	readonly target: Target;
}

/**
 * Reads the job of an order and the package that its devices are to get, with 2 requests, 3 for a roll-back.
 * Refuses a package that is the job's own, or of another product or module. Source: the platform's pages
 * QueryOTAJob and QueryOTAFirmware.
 */
export async function readEnds(
	order: ReissueOrder,
	call: CallAction,
): Promise<Result<Ends, Fault>> {
	const source = await readSource(order, call);
	if (!source.ok) return source;
	const { firmwareId, productKey } = source.value;
	const other = otherPackage(order.firmwareId, source.value);
	if (other) return fail(other);
	if (order.aim.kind === 'retryFailed') {
		const target = await readPackage(firmwareId, call);
		return target.ok ? ok({ source: source.value, target: target.value }) : target;
	}
	const { earlierFirmwareId } = order.aim;
	if (earlierFirmwareId === firmwareId) {
		return fail(
			badInput(
				'Earlier Package',
				`is ${firmwareId}, the package of the job itself`,
				'Choose the package that the devices ran before.',
			),
		);
	}
	return await readEarlier(source.value, { earlierFirmwareId, productKey }, call);
}

async function readSource(
	{ jobId }: ReissueOrder,
	call: CallAction,
): Promise<Result<Source, Fault>> {
	const outcome = await call({ action: 'QueryOTAJob', parameters: { JobId: jobId } });
	if (!outcome.ok) return fail(outcome.fault);
	const [record = {}] = recordsIn(outcome.answer.json, ACTIONS.QueryOTAJob.record ?? []);
	const { productKey, firmwareId, created } = readJob(record);
	if (productKey === '' || firmwareId === '') return untold('its product and package');
	const source = { jobId, productKey, firmwareId, created };
	if (!Number.isNaN(created)) return ok(source);
	// The page of one job may lack the time, that of the list has it.
	const list = await listJobsOfPackage(firmwareId, call);
	if (!list.ok) return list;
	const listed = list.value.jobs.find((job) => job.jobId === jobId)?.created ?? Number.NaN;
	return Number.isNaN(listed) ? untold('when it was created') : ok({ ...source, created: listed });
}

function untold(what: string): Result<never, Fault> {
	return fail(
		badInput(
			'OTA Job',
			`is a job of which the platform does not tell ${what}`,
			'Without it nobody can tell which devices are in a new job already, so nothing was created. Use Create Static for the devices instead.',
		),
	);
}

interface PackageFacts extends Target {
	/** Empty for one that suits every product. */
	readonly productKey: string;
}

async function readPackage(
	firmwareId: string,
	call: CallAction,
): Promise<Result<PackageFacts, CallFault>> {
	const parameters = { FirmwareId: firmwareId };
	const outcome = await call({ action: 'QueryOTAFirmware', parameters });
	if (!outcome.ok) return fail(outcome.fault);
	const [record = {}] = recordsIn(outcome.answer.json, ACTIONS.QueryOTAFirmware.record ?? []);
	return ok({
		firmwareId,
		version: readText(record, 'DestVersion'),
		moduleName: readText(record, 'ModuleName') || DEFAULT_MODULE,
		productKey: readText(record, 'ProductKey'),
	});
}

async function readEarlier(
	source: Source,
	{ earlierFirmwareId, productKey }: { earlierFirmwareId: string; productKey: string },
	call: CallAction,
): Promise<Result<Ends, Fault>> {
	const earlier = await readPackage(earlierFirmwareId, call);
	if (!earlier.ok) return earlier;
	const target = earlier.value;
	if (target.productKey !== '' && target.productKey !== productKey) {
		return fail(
			badInput(
				'Earlier Package',
				`is of product ${target.productKey}, but the job is of product ${productKey}`,
				'Choose a package of the same product.',
			),
		);
	}
	const own = await readPackage(source.firmwareId, call);
	// A package can be deleted, and its devices have to come back all the same.
	if (!own.ok && isNotFound(own.fault)) {
		return ok({ source, target: { ...target, against: { version: '', order: 'unclear' } } });
	}
	if (!own.ok) return own;
	const { version, moduleName } = own.value;
	if (target.moduleName !== moduleName) {
		return fail(
			badInput(
				'Earlier Package',
				`updates module "${target.moduleName}", but the job updates module "${moduleName}"`,
				'Choose a package of the same module.',
			),
		);
	}
	const against = { version, order: compareVersions(target.version, version) };
	return ok({ source, target: { ...target, against } });
}

function isNotFound(fault: CallFault): boolean {
	return fault.kind === 'refused' && fault.meaning?.kind === 'notFound';
}
