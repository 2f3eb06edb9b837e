/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: writes into the sources */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { READMES } from '../../benchmark/report/short';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { CLIENTS_DOCUMENT, withClients } from '../clients/table';
import { ROOT } from '../docs/markdown';
import { engine } from '../engine/loaded';
import { recordsOf, schemaFile, SCHEMAS } from '../nodes/schemas/records';
import { schemaText } from '../nodes/schemas/schema';
import { withOperations } from './operationsTable';

// What `npm run generate` runs: Jest, since the ways to fill in an operation hold its matchers.

it.each(READMES)(
	'given %s, when the node is read, then its operations are written',
	async (name) => {
		const file = join(ROOT, name);
		writeFileSync(file, await withOperations(readFileSync(file, 'utf8'), resources, name));
	},
);

it.each(SCHEMAS)(
	'given $name in version $typeVersion, when it ran in all its ways, then its schema is written',
	async (schema) => {
		const records = await recordsOf(engine, schema);
		expect(records).not.toEqual([]);
		const file = schemaFile(schema);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schemaText(records));
	},
);

it('given the clients of others, when they ask the emulator, then their table is written', async () => {
	const file = join(ROOT, CLIENTS_DOCUMENT);
	writeFileSync(file, await withClients(readFileSync(file, 'utf8')));
});
