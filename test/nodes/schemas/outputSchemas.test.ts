/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: finds the schemas in the sources and as built */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { loadOutputSchema } from 'n8n-core';
import { SECRET_KEYS, isRecord } from '../../../platform';
import type { EmulatorOptions } from '../../emulator/emulator';
import { engine } from '../../engine/loaded';
import { recordsOf, schemaFile, SCHEMAS } from './records';
import type { SchemaOf } from './records';
import { schemaText } from './schema';

const nodeDir = join(__dirname, '..', '..', '..', 'dist', 'nodes', 'TuyaIotPlatform');
const schemaOf = ({ typeVersion: version, resource, operation }: Omit<SchemaOf, 'name'>) =>
	loadOutputSchema({ nodeDir, version, resource, operation });

/** The same schema, but for objects that have no other keys than those it names. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (!isRecord(schema)) return schema;
	const inner = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
	const only = isRecord(schema.properties) ? { additionalProperties: false } : {};
	return { ...Object.fromEntries(inner), ...only };
}

/** A value without the keys that hold nothing. */
function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (!isRecord(value)) return value;
	const given = Object.entries(value).filter(([, inner]) => inner !== null);
	return Object.fromEntries(given.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** What is wrong with records, by their schema as written and by letter. */
function flawsOf(schema: unknown, records: readonly unknown[]): unknown {
	const ajv = new Ajv({ allErrors: true });
	ajv.validate({ type: 'array', items: closed(schema) }, withoutNulls(records));
	return ajv.errors?.map(({ dataPath, message, params }) => [dataPath, message, params]);
}

const OPTIONS: EmulatorOptions[] = [{ listShape: 'bare', bareNumbers: true }];

describe.each(SCHEMAS)('the output schema of $name in version $typeVersion', (place) => {
	it('when n8n looks for it in the package, then it is there and names no secret', () => {
		const schema = schemaOf(place);
		expect(schema).toMatchObject({ type: 'object', version: 1, properties: expect.anything() });
		expect(new Ajv().validateSchema(schema ?? {})).toBe(true);
		const secrets = [...SECRET_KEYS, 'OSSAccessKeyId', 'Policy', 'Signature'];
		expect(JSON.stringify(schema)).not.toMatch(new RegExp(`"(${secrets.join('|')})"`, 'i'));
	});

	it('when the operation runs in all its ways, then it is what `npm run generate` writes', async () => {
		const file = schemaFile(place);
		const written = existsSync(file) ? readFileSync(file, 'utf8') : 'none: run `npm run generate`';
		expect(written).toBe(schemaText(await recordsOf(engine, place)));
	});

	it.each(OPTIONS)(
		'given an emulator with %j, when the operation runs in all its ways, then its items are as the schema says',
		async (options) => {
			const records = await recordsOf(engine, place, options);
			expect(records).not.toEqual([]);
			expect(flawsOf(schemaOf(place), records)).toBeUndefined();
		},
	);
});

describe('the comparison with a schema', () => {
	it('given a key that a schema lacks or another type, when items are compared with it, then that shows', () => {
		const cancel = { resource: 'otaTask', operation: 'cancelByDevice' };
		const schema = schemaOf({ ...cancel, typeVersion: 1 });
		expect(flawsOf(schema, [{ code: '', requestId: '1', success: true }])).toBeUndefined();
		expect(flawsOf(schema, [{ code: 1, extra: '' }])).toHaveLength(2);
	});
});
