import type { INodeParameters } from 'n8n-workflow';
import type { Emulator, EmulatorOptions, RequestLogEntry } from '../../emulator/emulator';
import type { Engine, Execution } from '../../engine/engine';
import { NEWEST_VERSION } from '../../../nodes/TuyaIotPlatform/shared/nodeVersions';
import { onOperations } from './bench';
import type { OperationBench } from './bench';
import type { Variant } from './variant';
import { valueIn } from './variants';

/** What came of a way to fill in an operation. */
export interface VariantRun {
	readonly execution: Execution;
	/** What the emulator has seen of it, without what prepared it. */
	readonly log: readonly RequestLogEntry[];
}

/** How a way is run, apart from what it says itself. */
export interface VariantSettings {
	readonly emulator?: EmulatorOptions;
	/** Parameters that replace those of the way. */
	readonly parameters?: INodeParameters;
	/** The version of the node, with the value that the operation has there; the newest unless given. */
	readonly typeVersion?: number;
}

/** Runs a way to fill in an operation against an emulator of its own. */
export async function runVariant(
	engine: Engine,
	variant: Variant,
	{ emulator: options = {}, ...settings }: VariantSettings = {},
): Promise<VariantRun> {
	const runs: VariantRun[] = [];
	await onOperations(engine, options, async (bench) => {
		runs.push(await runOn(bench, variant, settings));
	});
	const [run] = runs;
	if (!run) throw new Error(`${variant.operation} did not run`);
	return run;
}

/** How it is run on an emulator that is there. */
export interface RunSettings extends Omit<VariantSettings, 'emulator'> {
	/** Called when all is prepared. */
	readonly ready?: (emulator: Emulator) => void;
}

/** Runs it on an emulator that is there. */
export async function runOn(
	{ emulator, run }: OperationBench,
	{ resource, operation, fields, credential, prepare, binary }: Variant,
	{ parameters, typeVersion = NEWEST_VERSION, ready }: RunSettings = {},
): Promise<VariantRun> {
	const json = (await prepare?.(emulator)) ?? {};
	ready?.(emulator);
	const before = emulator.log.length;
	const items = [{ json, ...(binary ? { binary } : {}) }];
	const execution = await run({
		...{ resource, credential, items, typeVersion },
		operation: valueIn(typeVersion, resource, operation),
		parameters: { ...fields, ...parameters },
	});
	return { execution, log: emulator.log.slice(before) };
}
