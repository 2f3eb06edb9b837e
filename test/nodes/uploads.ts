/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: looks into everything an execution holds */
import { inspect } from 'node:util';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Emulator, EmulatorOptions } from '../emulator/emulator';
import { STORAGE_ACCESS_KEY_ID } from '../emulator/storage/storage';
import { withEmulator } from '../emulator/testing';
import type { Engine, Execution } from '../engine/engine';
import { itemWithFile } from '../engine/files';
import { credentialFor } from './bench';
import { uploadWorkflow } from './workflows';

/** Of a firmware file, 900,000 bytes. */
export const CONTENT = Buffer.from('firmware '.repeat(100_000));

/** An item with a firmware file. */
export const file = (fileName = 'lamp.bin', content = CONTENT) =>
	itemWithFile({ fileName, content });

/** Creates a package from the file of each item on an emulator of its own. */
export async function create(
	engine: Engine,
	items: INodeExecutionData[],
	parameters: IDataObject = {},
	options: EmulatorOptions = {},
): Promise<{ execution: Execution; emulator: Emulator }> {
	let execution: Execution | undefined;
	let used: Emulator | undefined;
	await withEmulator(options, async (emulator) => {
		used = emulator;
		execution = await engine.run(uploadWorkflow(parameters), credentialFor(emulator), items);
	});
	if (!execution || !used) throw new Error('Nothing ran');
	return { execution, emulator: used };
}

/** What the emulator was asked, in turn. */
export const actionsOf = ({ log }: Emulator) => log.map(({ action }) => action);
/** The package that was made. */
export const newPackage = ({ fleet }: Emulator) =>
	fleet.packages.find(({ firmwareName }) => firmwareName === 'lamp');

/** Nothing that lets others upload may be in what an execution leaves behind. */
export function expectNoGrant({ outputs, error, run, log }: Execution, emulator: Emulator): void {
	const left = inspect({ outputs, error, run, log }, { depth: 20, maxStringLength: null });
	expect(left).not.toMatch(/OSSAccessKeyId=|"?policy"?: ?['"]|Signature=/i);
	expect(left).not.toContain(STORAGE_ACCESS_KEY_ID);
	for (const { parameters } of emulator.log.filter(({ action }) => action === 'PostObject')) {
		for (const name of ['policy', 'Signature', 'OSSAccessKeyId']) {
			if (parameters[name]) expect(left).not.toContain(parameters[name]);
		}
	}
}
