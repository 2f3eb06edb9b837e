/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { cancelByDevice } from '../../nodes/TuyaIotPlatform/resources/otaTask/cancelByDevice';
import { ROOT } from '../docs/markdown';
import { OPERATIONS_DOCUMENTS, withOperations } from './operationsTable';

describe.each(OPERATIONS_DOCUMENTS)('given %s', (name) => {
	it('when `npm run generate` writes its operations, then they are there already', async () => {
		const text = readFileSync(join(ROOT, name), 'utf8');
		expect(await withOperations(text, resources, name)).toBe(text);
	});
});

describe('given documents with a place for the operations', () => {
	const place = (name: string) =>
		`Before\n<!-- ${name}: written by npm run generate -->\n\nold\n\n<!-- end of ${name} -->\nAfter\n`;
	const operation = {
		...cancelByDevice,
		name: 'Stop',
		description: 'Destructive: stop devices, e.g. lamps. They go on later.',
		cloudActions: ['QueryDevice', 'QueryProduct', 'QueryDevice'],
	} as const;
	const node = [{ value: 'device', name: 'Device', operations: [operation] }];
	const squeezed = (text: string) => text.replace(/ +/g, ' ');

	it('when the README gets them, then with the first sentence of what they do', async () => {
		const written = await withOperations(place('operations'), node, 'README.md');
		expect(squeezed(written)).toContain('\n| Device | Stop | Stop devices, e.g. lamps |\n');
		expect(written).toMatch(/^Before\n.*\n<!-- end of operations -->\nAfter\n$/s);
		expect(written).not.toContain('old');
	});

	it('when the page of operations gets them, then with each of their actions once', async () => {
		const written = await withOperations(place('actions'), node, 'docs/OPERATIONS.md');
		expect(squeezed(written)).toContain('\n| Device | Stop | `QueryDevice`, `QueryProduct` |\n');
	});

	it('when the Chinese guide gets them, then both tables are there', async () => {
		const text = place('operations') + place('actions');
		const written = squeezed(await withOperations(text, node, 'docs/zh-CN.md'));
		expect(written).toContain('\n| Device | Stop | Stop devices, e.g. lamps |\n');
		expect(written).toContain('\n| Device | Stop | `QueryDevice`、`QueryProduct` |\n');
	});

	it('when one has no place for them, then that is said', async () => {
		await expect(withOperations('Before\n', node, 'README.md')).rejects.toThrow('is not there');
	});
});
