/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READMES } from '../../benchmark/report/short';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { cancelByDevice } from '../../nodes/TuyaIotPlatform/resources/otaTask/cancelByDevice';
import { ROOT } from '../docs/markdown';
import { withOperations } from './operationsTable';

describe.each(READMES)('given %s', (name) => {
	it('when `npm run generate` writes its operations, then they are there already', async () => {
		const text = readFileSync(join(ROOT, name), 'utf8');
		expect(await withOperations(text, resources, name)).toBe(text);
	});
});

describe('given a README with a place for the operations', () => {
	const text =
		'Before\n<!-- operations: written by npm run generate -->\n\nold\n\n<!-- end of operations -->\nAfter\n';
	const operation = {
		...cancelByDevice,
		name: 'Stop',
		description: 'Destructive: stop devices, e.g. lamps. They go on later.',
		cloudActions: ['QueryDevice', 'QueryProduct'],
	} as const;
	const node = [{ value: 'device', name: 'Device', operations: [operation] }];

	it('when they are written in English, then with their actions and the first sentence of what they do', async () => {
		const written = await withOperations(text, node, 'README.md');
		expect(written.replace(/ +/g, ' ')).toContain(
			'\n| Device | Stop | `QueryDevice`, `QueryProduct` | Stop devices, e.g. lamps |\n',
		);
		expect(written).toMatch(/^Before\n.*\n<!-- end of operations -->\nAfter\n$/s);
		expect(written).not.toContain('old');
	});

	it('when they are written in Chinese, then without what they do', async () => {
		const written = await withOperations(text, node, 'docs/zh-CN.md');
		expect(written.replace(/ +/g, ' ')).toContain(
			'\n| Device | Stop | `QueryDevice`、`QueryProduct` |\n',
		);
	});

	it('when it has no place for them, then that is said', async () => {
		await expect(withOperations('Before\n', node, 'README.md')).rejects.toThrow('is not there');
	});
});
