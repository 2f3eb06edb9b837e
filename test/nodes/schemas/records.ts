/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: finds the schemas in the sources */
import type { IDataObject } from 'n8n-workflow';
import { join } from 'node:path';
import { NODE_VERSIONS } from '../../../nodes/TuyaIotPlatform/shared/nodeVersions';
import type { EmulatorOptions } from '../../emulator/emulator';
import type { Engine } from '../../engine/engine';
import { jsonOf } from '../bench';
import { runVariant } from '../operations/runVariant';
import { OPERATIONS, valueIn, waysOf } from '../operations/variants';

const FOLDER = join(__dirname, '..', '..', '..', 'nodes', 'TuyaIotPlatform', '__schema__');

/** An operation in a version of the node, which has an output schema of its own. */
export interface SchemaOf {
	/** As every test calls the operation. */
	readonly name: string;
	readonly typeVersion: number;
	readonly resource: string;
	/** The value that it has in that version. */
	readonly operation: string;
}

/** Every operation in every version: n8n 1.x looks nowhere but in the folder of the version that a node has. */
export const SCHEMAS: readonly SchemaOf[] = NODE_VERSIONS.flatMap((typeVersion) =>
	OPERATIONS.map(({ name, resource, operation }) => ({
		...{ name, typeVersion, resource },
		operation: valueIn(typeVersion, resource, operation),
	})),
);

/** The file in which n8n looks for an output schema: its folder is the version in three figures. */
export function schemaFile({ typeVersion, resource, operation }: SchemaOf): string {
	const version = [...String(typeVersion).split('.'), '0', '0'].slice(0, 3).join('.');
	return join(FOLDER, `v${version}`, resource, `${operation}.json`);
}

/** All that an operation hands on, over the ways to fill it in. Throws where a way does not work. */
export async function recordsOf(
	engine: Engine,
	{ name, typeVersion }: Pick<SchemaOf, 'name' | 'typeVersion'>,
	emulator: EmulatorOptions = {},
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	for (const variant of waysOf(name)) {
		const { execution } = await runVariant(engine, variant, { emulator, typeVersion });
		if (execution.error) throw execution.error;
		records.push(...jsonOf(execution.outputs[0]));
	}
	return records;
}
