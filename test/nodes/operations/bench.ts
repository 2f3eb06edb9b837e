import type { INodeExecutionData } from 'n8n-workflow';
import { startEmulator } from '../../emulator/emulator';
import type { Emulator, EmulatorOptions, RequestLogEntry } from '../../emulator/emulator';
import type { Engine, Execution } from '../../engine/engine';
import { credentialFor } from '../bench';
import type { BenchRun } from '../bench';
import { nodeWorkflow } from '../workflows';

/** What a run of any operation may set. */
export interface OperationRun extends Omit<BenchRun, 'items'> {
	readonly resource: string;
	readonly operation: string;
	/** One empty item unless given. */
	readonly items?: readonly INodeExecutionData[];
}

/** An emulator and the engine that sends to it. */
export interface OperationBench {
	readonly emulator: Emulator;
	run(run: OperationRun): Promise<Execution>;
	/** What the emulator has seen of an action, the oldest first. */
	seen(action: string): readonly RequestLogEntry[];
}

/** Runs a piece of a test against an emulator of its own, which is stopped afterwards. */
export async function onOperations(
	engine: Engine,
	options: EmulatorOptions,
	use: (bench: OperationBench) => Promise<void>,
): Promise<void> {
	await using emulator = await startEmulator(options);
	await use(operationsOn(engine, emulator));
}

/** A bench on an emulator that others stop. */
export function operationsOn(engine: Engine, emulator: Emulator): OperationBench {
	return {
		emulator,
		run: async ({ resource, operation, items, parameters, credential, ...settings }) =>
			await engine.run(
				nodeWorkflow({ ...settings, parameters: { resource, operation, ...parameters } }),
				{ ...credentialFor(emulator), ...credential },
				[...(items ?? [{ json: {} }])],
			),
		seen: (action) => emulator.log.filter((entry) => entry.action === action),
	};
}

/** Parameters that every request carries, whatever its action. */
const COMMON = new Set([
	...['Action', 'AccessKeyId', 'Format', 'Version', 'Timestamp'],
	...['Signature', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce'],
	'RegionId',
]);

/** The parameters of a request that belong to its action. */
export function ownParameters({ parameters }: RequestLogEntry): Record<string, string> {
	return Object.fromEntries(Object.entries(parameters).filter(([name]) => !COMMON.has(name)));
}
