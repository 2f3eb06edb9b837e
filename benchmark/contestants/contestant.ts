import type { Address } from '../emulator/process';

/** What a contestant is asked: to cancel testDevice1 to testDeviceN of one package. */
export interface Task extends Address {
	readonly devices: number;
	/** How fast requests may leave; undefined for as fast as it can. */
	readonly requestsPerSecond: number | undefined;
}

/** What a contestant hands back. */
export interface Outcome {
	/** Answers handed on: items for a node, answers for a script. */
	readonly outputs: number;
	/** Of these, the items that are paired with the input item of the same place; 0 for a script. */
	readonly paired: number;
	/** CPU of the node's execute alone, ms; undefined where there is no node. */
	readonly executeCpu?: number;
}

/** One way to cancel. */
export interface Contestant {
	readonly name: string;
	/** Devices that one request names. */
	readonly devicesPerRequest: number;
	/** Loads what it needs; what it returns cancels. */
	readonly load: () => Promise<(task: Task) => Promise<Outcome>>;
}

/** The names of the devices of an emulator, from the first. */
export function deviceNames(devices: number): string[] {
	return Array.from({ length: devices }, (_, index) => `testDevice${index + 1}`);
}
