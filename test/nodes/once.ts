import { startEmulator } from '../emulator/emulator';
import type { EmulatorOptions } from '../emulator/emulator';
import type { Execution } from '../engine/engine';
import { engine } from '../engine/loaded';
import { benchOn } from './bench';
import type { Bench, BenchRun } from './bench';
import { operationsOn } from './operations/bench';
import type { OperationBench, OperationRun } from './operations/bench';

// A single run on an emulator of its own, which has stopped by the time that it is told of, but still says what
// it saw.

/** On which emulator; absent = the usual one. */
interface Once {
	readonly on?: EmulatorOptions;
}

/** Cancels by device, once. */
export async function cancelOnce({
	on,
	...run
}: BenchRun & Once): Promise<Execution & Omit<Bench, 'run'>> {
	await using emulator = await startEmulator(on);
	const bench = benchOn(engine, emulator);
	return { ...bench, ...(await bench.run(run)) };
}

/** Runs any operation, once. */
export async function runOnce({
	on,
	...run
}: OperationRun & Once): Promise<Execution & Omit<OperationBench, 'run'>> {
	await using emulator = await startEmulator(on);
	const bench = operationsOn(engine, emulator);
	return { ...bench, ...(await bench.run(run)) };
}
