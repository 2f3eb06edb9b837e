import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
} from '../emulator/emulator';
import type { Emulator, EmulatorOptions } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import type { Engine, Execution } from '../engine/engine';
import { cancelWorkflow, JOB_OF_ITEM } from './workflows';
import type { NodeSettings } from './workflows';

/** What a run of a test may set. */
export interface BenchRun extends NodeSettings {
	/**
	 * The JSON of each input item; product and package of the demo fleet unless given. Where one names a job,
	 * the field takes it from the items, and those without one get that of the demo fleet.
	 */
	readonly items: readonly IDataObject[];
	/** Fields that replace the right ones of the credential. */
	readonly credential?: ICredentialDataDecryptedObject;
}

/** An emulator and the engine that sends to it. */
export interface Bench {
	readonly emulator: Emulator;
	run(run: BenchRun): Promise<Execution>;
	/** The cancels that the emulator has seen. */
	cancels(): Emulator['log'];
}

/** Runs a piece of a test against an emulator of its own, which is stopped afterwards. */
export async function onBench(
	engine: Engine,
	options: EmulatorOptions,
	use: (bench: Bench) => Promise<void>,
): Promise<void> {
	await using emulator = await startEmulator(options);
	await use(benchOn(engine, emulator));
}

/** A bench on an emulator that others stop. */
export function benchOn(engine: Engine, emulator: Emulator): Bench {
	return {
		emulator,
		run: async ({ items, credential, parameters, ...settings }) => {
			const isByJob = items.some(({ jobId = '' }) => jobId !== '');
			const job = isByJob ? { jobId: JOB_OF_ITEM } : {};
			return await engine.run(
				cancelWorkflow({ ...settings, parameters: { ...job, ...parameters } }),
				{ ...credentialFor(emulator), ...credential },
				items.map((json) => asItem({ jobId: isByJob ? DEMO.jobId : '', ...json })),
			);
		},
		cancels: () => emulator.log.filter(({ action }) => action === 'CancelOTATaskByDevice'),
	};
}

/** The credential that opens an emulator. */
export function credentialFor(emulator: Emulator): ICredentialDataDecryptedObject {
	return {
		endpoint: emulator.url,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	};
}

/** The JSON of the items of one output. */
export function jsonOf(items: readonly INodeExecutionData[] | undefined): IDataObject[] {
	return (items ?? []).map(({ json }) => json);
}

/** The numbers of the input items that each item is paired to. */
export function pairsOf(items: readonly INodeExecutionData[] | undefined): number[][] {
	return (items ?? []).map(({ pairedItem }) =>
		[pairedItem ?? []].flat().map((pair) => (typeof pair === 'number' ? pair : pair.item)),
	);
}

function asItem(json: IDataObject): INodeExecutionData {
	return {
		json: { productKey: DEMO.productKey, firmwareId: DEMO.firmwareId, ...json },
	};
}
