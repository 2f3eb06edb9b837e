import type { Fleet } from '../fleet/fleet';
import type { JsonObject } from '../http/json';
import type { Device, Job } from '../fleet/records';
import { ensure, flag, oneOf, wholeNumber, WRONG_FORM } from './values';

const LONGEST_TIMEOUT = 1440;
const RETRY_INTERVALS = ['0', '10', '30', '60', '1440'] as const;
const RETRY_COUNTS = ['1', '2', '5'] as const;

type Parameters = ReadonlyMap<string, string>;
type Options = Pick<Job, 'needPush' | 'needConfirm'> & Partial<Job>;

/** What both ways to create a job take. */
export function commonOptions(parameters: Parameters): Options {
	oneOf(parameters, 'DownloadProtocol', ['HTTPS'], WRONG_FORM);
	return {
		needPush: flag(parameters, 'NeedPush') ?? true,
		needConfirm: flag(parameters, 'NeedConfirm') ?? false,
		timeoutInMinutes: wholeNumber(
			parameters,
			'TimeoutInMinutes',
			{ min: 1, max: LONGEST_TIMEOUT },
			'iot.firmware.InvalidTimeoutSetting',
		),
	};
}

/** How failed updates are tried again; the wait has to be shorter than the timeout. */
export function retryOptions(
	parameters: Parameters,
): Pick<Partial<Job>, 'retryInterval' | 'retryCount'> {
	const badInterval = 'iot.firmware.InvalidRetryInterval';
	const badCount = 'iot.firmware.InvalidRetryCount';
	const interval = oneOf(parameters, 'RetryInterval', RETRY_INTERVALS, badInterval);
	const count = oneOf(parameters, 'RetryCount', RETRY_COUNTS, badCount);
	const timeout = Number(parameters.get('TimeoutInMinutes') || Infinity);
	if (interval === undefined) return {};
	ensure(count !== undefined, badCount, 'RetryInterval needs a RetryCount');
	ensure(Number(interval) < timeout, badInterval, 'RetryInterval must be below the timeout');
	return { retryInterval: Number(interval), retryCount: Number(count) };
}

type JobToCreate = Options &
	Pick<Job, 'firmwareId' | 'productKey' | 'jobType' | 'targetSelection'> & {
		/** ms since 1970 */
		now: number;
	};

/** Creates a job with one task for each device, and gives the answer that tells of it. */
export function createdJob(
	fleet: Fleet,
	devices: readonly Device[],
	{ now, ...options }: JobToCreate,
): JsonObject {
	ensure(devices.length > 0, 'iot.firmware.NoDeviceCanUpgrade', 'No device can take this update');
	const utcCreate = new Date(now).toISOString();
	const job = fleet.addJob({ ...options, utcCreate, utcModified: utcCreate });
	const moduleName = fleet.package(job.firmwareId)?.moduleName ?? '';
	for (const { deviceName, moduleVersions } of devices) {
		fleet.addTask({
			...{ jobId: job.jobId, deviceName, utcCreate, utcModified: utcCreate },
			taskStatus: job.needConfirm ? 'CONFIRM' : 'QUEUED',
			srcVersion: moduleVersions[moduleName] ?? '',
			timeout: job.timeoutInMinutes?.toString() ?? '',
		});
	}
	return { data: { jobId: job.jobId, utcCreate } };
}
