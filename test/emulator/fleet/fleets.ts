import { Fleet } from './fleet';
import type { Device, TaskStatus } from './records';

/** The product, package and job of the demo fleet; the first two are the documented example's. */
export const DEMO = {
	productKey: 'k1nhvyl0001',
	firmwareId: '168',
	jobId: '1836340779212660001',
} as const;

export interface FleetPlan {
	/** how many devices, each with one task */
	devices: number;
	/** the state of every task, or the one of the task at a place counted from 0; default QUEUED */
	status?: TaskStatus | ((index: number) => TaskStatus);
	productKey?: string;
	firmwareId?: string;
	jobId?: string;
	/** the name of the device at a place counted from 0; default testDevice1, testDevice2 ... */
	name?: (index: number) => string;
	/** the fleet to add to; default a new one */
	into?: Fleet;
}

/** The names of so many devices of a built fleet: testDevice1, testDevice2 ... */
export function namesOf(count: number): string[] {
	return Array.from({ length: count }, (_, index) => nameAt(index));
}

const nameAt = (index: number) => `testDevice${index + 1}`;

/** Makes one product, one package, one job and as many devices with one task each as asked for. */
export function buildFleet(plan: FleetPlan): Fleet {
	const fleet = plan.into ?? new Fleet();
	const { productKey = DEMO.productKey, firmwareId = DEMO.firmwareId, jobId = DEMO.jobId } = plan;
	const { status = 'QUEUED', name = nameAt } = plan;
	if (!fleet.product(productKey)) fleet.addProduct({ productKey });
	if (!fleet.package(firmwareId)) fleet.addPackage({ firmwareId, productKey });
	if (!fleet.job(jobId)) fleet.addJob({ jobId, firmwareId });
	for (let index = 0; index < plan.devices; index++) {
		const taskStatus = typeof status === 'function' ? status(index) : status;
		fleet.addTask({ jobId, deviceName: name(index), taskStatus });
	}
	return fleet;
}

/** Two devices of the documented example can be cancelled, the others stand in every state. */
const DEMO_STATES: readonly TaskStatus[] = [
	'QUEUED',
	'QUEUED',
	'CONFIRM',
	'NOTIFIED',
	'IN_PROGRESS',
	'SUCCEEDED',
	'FAILED',
	'CANCELED',
];

/** How many devices the demo fleet has. */
export const DEMO_SIZE = 20;

/** A fleet with the product of the demo fleet, and nothing else yet. */
export function demoProduct(): Fleet {
	const fleet = new Fleet();
	fleet.addProduct({ productKey: DEMO.productKey, productName: 'Street Lamp' });
	return fleet;
}

/**
 * The fleet of the documented example (the platform's page CancelOTATaskByDevice): testDevice1 and
 * testDevice2 wait in the queue, testDevice3 to testDevice20 stand in the other states in turn.
 * @param fleet what there was before, the product at least
 */
export function demoFleet(fleet = demoProduct()): Fleet {
	fleet.addPackage({
		firmwareId: DEMO.firmwareId,
		productKey: DEMO.productKey,
		firmwareName: 'lamp-firmware',
		firmwareDesc: 'Dimming curve',
	});
	buildFleet({ devices: DEMO_SIZE, status: (index) => demoState(index), into: fleet });
	fleet.setStatus('testDevice5', 'IN_PROGRESS', { progress: '50' });
	fleet.setStatus('testDevice7', 'FAILED', { taskDesc: 'The device reported no space left' });
	addModules(fleet);
	DEMO_DEVICES.forEach((changes, index) => {
		const device = fleet.device(DEMO.productKey, nameAt(index));
		if (device) Object.assign(device, changes);
	});
	return fleet;
}

/** What sets the first devices apart; they stand in every state that a device can have. */
const DEMO_DEVICES: ReadonlyArray<Partial<Device>> = [
	{
		nickname: 'Main Street 1',
		moduleVersions: { default: '1.0.0', ble: '2.0.0' },
		properties: { PowerSwitch: { value: '1', time: Date.parse('2024-11-11T12:00:00.000Z') } },
	},
	{ nickname: 'Main Street 2', status: 'OFFLINE' },
	{ nickname: 'Town hall', status: 'UNACTIVE', moduleVersions: {} },
	{ status: 'DISABLE' },
];

function addModules(fleet: Fleet): void {
	const { productKey } = DEMO;
	fleet.addModule({ productKey, moduleName: 'ble', aliasName: 'Bluetooth', desc: 'The radio' });
	fleet.addModule({ productKey, moduleName: 'mcu', aliasName: 'Controller' });
}

function demoState(index: number): TaskStatus {
	return DEMO_STATES[index % DEMO_STATES.length] ?? 'QUEUED';
}
