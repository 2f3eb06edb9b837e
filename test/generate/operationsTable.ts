import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import { withPart } from '../../benchmark/report/part';
import type { Readme } from '../../benchmark/report/short';
import type { Operation, Resource } from '../../nodes/TuyaIotPlatform/operations/operation';
import { READ_ACTIONS } from '../../platform';

const MARKS = {
	start: '<!-- operations: written by npm run generate -->',
	end: '<!-- end of operations -->',
};

/** The table in one language. What an operation does is told in English alone, as the editor does. */
const COLUMNS = {
	'README.md': {
		head: ['Resource', 'Operation', 'Actions of the platform', 'What it does'],
		cells: (operation) => [
			actionsOf(operation, {
				separator: ', ',
				reads: 'Every action that reads',
				any: 'Any action',
			}),
			deedOf(operation),
		],
	},
	'docs/zh-CN.md': {
		head: ['资源', '操作', '平台接口'],
		cells: (operation) => [
			actionsOf(operation, { separator: '、', reads: '所有只读接口', any: '任意接口' }),
		],
	},
} satisfies Record<Readme, Columns>;

interface Columns {
	readonly head: readonly string[];
	/** What follows the names of the resource and the operation. */
	readonly cells: (operation: Operation) => readonly string[];
}

/** A README with the operations of the node as they are now. Throws if it has no place for them. */
export async function withOperations(
	text: string,
	resources: readonly Resource[],
	readme: Readme,
): Promise<string> {
	const { head, cells }: Columns = COLUMNS[readme];
	const rows = resources.flatMap(({ name, operations }) =>
		operations.map((operation) => [name, operation.name, ...cells(operation)]),
	);
	const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
	const written = await format(table.join('\n'), { parser: 'markdown', plugins: [markdown] });
	return withPart(text, MARKS, written.trimEnd());
}

/** How a language tells of actions. */
interface Telling {
	readonly separator: string;
	readonly reads: string;
	readonly any: string;
}

function actionsOf({ cloudActions }: Operation, { separator, reads, any }: Telling): string {
	if (cloudActions === 'any') return any;
	const readsAll = READ_ACTIONS.every((action) => cloudActions.includes(action));
	return readsAll ? reads : cloudActions.map((action) => `\`${action}\``).join(separator);
}

/** The first sentence of the description, without the word that warns AI agents. */
function deedOf({ description }: Operation): string {
	const [sentence = ''] = description.replace(/^Destructive: /, '').split(/\.(?: (?=[A-Z])|$)/);
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
