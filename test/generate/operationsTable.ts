import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import { withPart } from '../../benchmark/report/part';
import type { Marks } from '../../benchmark/report/part';
import type { Operation, Resource } from '../../nodes/TuyaIotPlatform/operations/operation';
import { READ_ACTIONS } from '../../platform';

/** A table of all operations, and the marks between which it stands. */
interface Table {
	readonly marks: Marks;
	readonly head: readonly string[];
	/** What follows the names of the resource and the operation. */
	readonly cell: (operation: Operation) => string;
}

/** What an operation does is told in English alone, as the editor does. */
const deeds = (...head: string[]): Table => ({
	marks: {
		start: '<!-- operations: written by npm run generate -->',
		end: '<!-- end of operations -->',
	},
	head,
	cell: deedOf,
});

const actions = (words: Words, ...head: string[]): Table => ({
	marks: {
		start: '<!-- actions: written by npm run generate -->',
		end: '<!-- end of actions -->',
	},
	head,
	cell: (operation) => actionsOf(operation, words),
});

const ENGLISH: Words = { separator: ', ', reads: 'Every action that reads', any: 'Any action' };
const CHINESE: Words = { separator: '、', reads: '所有只读接口', any: '任意接口' };

const TABLES = {
	'README.md': [deeds('Resource', 'Operation', 'What it does')],
	'docs/OPERATIONS.md': [actions(ENGLISH, 'Resource', 'Operation', 'Actions of the platform')],
	'docs/zh-CN.md': [
		deeds('资源', '操作', '作用（编辑器中的英文说明）'),
		actions(CHINESE, '资源', '操作', '平台接口'),
	],
} satisfies Record<string, readonly Table[]>;

/** A document that tells of all operations. */
type OperationsDocument = keyof typeof TABLES;

export const OPERATIONS_DOCUMENTS = [
	'README.md',
	'docs/OPERATIONS.md',
	'docs/zh-CN.md',
] as const satisfies readonly OperationsDocument[];

/** A document with the operations of the node as they are now. Throws if it has no place for them. */
export async function withOperations(
	text: string,
	resources: readonly Resource[],
	document: OperationsDocument,
): Promise<string> {
	let written = text;
	for (const table of TABLES[document]) {
		written = withPart(written, table.marks, await markdownOf(table, resources));
	}
	return written;
}

async function markdownOf({ head, cell }: Table, resources: readonly Resource[]): Promise<string> {
	const rows = resources.flatMap(({ name, operations }) =>
		operations.map((operation) => [name, operation.name, cell(operation)]),
	);
	const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
	return (await format(lines.join('\n'), { parser: 'markdown', plugins: [markdown] })).trimEnd();
}

/** How a language tells of actions. */
interface Words {
	readonly separator: string;
	readonly reads: string;
	readonly any: string;
}

function actionsOf({ cloudActions }: Operation, { separator, reads, any }: Words): string {
	if (cloudActions === 'any') return any;
	const readsAll = READ_ACTIONS.every((action) => cloudActions.includes(action));
	if (readsAll) return reads;
	return [...new Set(cloudActions)].map((action) => `\`${action}\``).join(separator);
}

/** The first sentence of the description, without the word that warns AI agents. */
function deedOf({ description }: Operation): string {
	const [sentence = ''] = description.replace(/^Destructive: /, '').split(/\.(?: (?=[A-Z])|$)/);
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
