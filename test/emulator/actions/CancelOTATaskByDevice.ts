import type { Fleet } from '../fleet/fleet';
import { CANCELLABLE, type Product, type Task } from '../fleet/records';
import { BusinessRefusal } from '../gate/refusals';
import type { Action } from './action';
import { list, optionalJob, requiredPackage, requiredProduct } from './inputs';

const MOST_DEVICES = 200;

/** What can be wrong with one device, the check that comes first at the top. */
const DEVICE_REFUSALS = {
	'iot.device.NullDeviceName': 'A device name is empty',
	'iot.device.NotExistedDevice': 'A device does not exist',
	'iot.firmware.DeviceUpgradeRecordNotFound': 'A device has no update task for the package',
	'iot.firmware.IncorrectDeviceUpgradeJobStatus':
		'The task of a device is in a state that cannot be cancelled',
} as const;

type DeviceRefusal = keyof typeof DEVICE_REFUSALS;

/**
 * Cancels the waiting tasks of the named devices for one package, or for one job of it (the
 * platform's page CancelOTATaskByDevice). All or none, unless `partialCancel` is set.
 */
export const cancelOtaTaskByDevice: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const { firmwareId } = requiredPackage(parameters, fleet, product);
	const jobId = jobOf(parameters, fleet, firmwareId);
	const chosen: Task[] = [];
	const refusals = new Set<string>();
	for (const deviceName of deviceNames(parameters)) {
		const found = cancellable(fleet, product, deviceName, { firmwareId, jobId });
		if (typeof found === 'string') refusals.add(found);
		else chosen.push(...found);
	}
	if (refusals.size === 0 || settings.partialCancel) {
		for (const task of chosen) fleet.cancel(task, settings.cancelDelay);
	}
	const gravest = Object.entries(DEVICE_REFUSALS).find(([code]) => refusals.has(code));
	if (gravest !== undefined) throw new BusinessRefusal(...gravest);
	return {};
};

/** The cancellable tasks of one device, or what is wrong with it. */
function cancellable(
	fleet: Fleet,
	product: Product,
	deviceName: string,
	scope: { firmwareId: string; jobId: string | undefined },
): Task[] | DeviceRefusal {
	if (deviceName === '') return 'iot.device.NullDeviceName';
	const device = fleet.device(product.productKey, deviceName);
	if (device === undefined) return 'iot.device.NotExistedDevice';
	const tasks = fleet.tasksOfDevice(device, scope);
	if (tasks.length === 0) return 'iot.firmware.DeviceUpgradeRecordNotFound';
	const waiting = tasks.filter((task) => CANCELLABLE.includes(task.taskStatus));
	return waiting.length > 0 ? waiting : 'iot.firmware.IncorrectDeviceUpgradeJobStatus';
}

function jobOf(
	parameters: ReadonlyMap<string, string>,
	fleet: Fleet,
	firmwareId: string,
): string | undefined {
	const job = optionalJob(parameters, fleet);
	if (job === undefined || job.firmwareId === firmwareId) return job?.jobId;
	throw new BusinessRefusal('iot.firmware.InvalidOTAJobId', 'The job is one of another package');
}

function deviceNames(parameters: ReadonlyMap<string, string>): string[] {
	const names = list(parameters, 'DeviceName');
	if (names.length === 0) {
		throw new BusinessRefusal('iot.device.NoneDeviceNameElement', 'No device is named');
	}
	if (names.length > MOST_DEVICES) {
		throw new BusinessRefusal(
			'iot.firmware.ParameterSizeExceedMax',
			`At most ${MOST_DEVICES} devices can be named`,
		);
	}
	if (new Set(names).size < names.length) {
		throw new BusinessRefusal('iot.system.IllegalRequest', 'A device is named more than once');
	}
	return names;
}
