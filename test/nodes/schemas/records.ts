/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: finds the schemas in the sources */
import type { IDataObject } from 'n8n-workflow';
import { join } from 'node:path';
import type { EmulatorOptions } from '../../emulator/emulator';
import type { Engine } from '../../engine/engine';
import { jsonOf } from '../bench';
import { runVariant } from '../operations/runVariant';
import { waysOf } from '../operations/variants';

const SCHEMAS = join(
	...[__dirname, '..', '..', '..', 'nodes', 'TuyaIotPlatform', '__schema__', 'v1.0.0'],
);

/** The file in which n8n looks for the output schema of an operation. */
export function schemaFile(resource: string, operation: string): string {
	return join(SCHEMAS, resource, `${operation}.json`);
}

/** All that an operation hands on, over the ways to fill it in. Throws where a way does not work. */
export async function recordsOf(
	engine: Engine,
	operation: string,
	emulator: EmulatorOptions = {},
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	for (const variant of waysOf(operation)) {
		const { execution } = await runVariant(engine, variant, { emulator });
		if (execution.error) throw execution.error;
		records.push(...jsonOf(execution.outputs[0]));
	}
	return records;
}
