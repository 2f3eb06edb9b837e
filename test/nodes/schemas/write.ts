/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: writes the schemas in the sources */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { engine } from '../../engine/loaded';
import { OPERATIONS } from '../operations/variants';
import { recordsOf, schemaFile } from './records';
import { schemaText } from './schema';

// What `npm run schemas` runs: Jest, since the ways to fill in an operation hold its matchers.

it.each(OPERATIONS)(
	'given $name, when it ran in all its ways, then its schema is written',
	async ({ name, resource, operation }) => {
		const records = await recordsOf(engine, name);
		expect(records).not.toEqual([]);
		const file = schemaFile(resource, operation);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, schemaText(records));
	},
);
