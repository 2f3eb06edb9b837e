import removed from '../../scripts/package/removedInN8n3.json';
import { exampleNames, exampleText, readExample, type Example } from './files';

const OLDEST_VERSIONS: Readonly<Record<string, number>> = removed.oldestVersions;

type ExampleNode = Example['nodes'][number];

const isRemoved = ({ type, typeVersion }: ExampleNode) =>
	removed.nodes.includes(type) || typeVersion < (OLDEST_VERSIONS[type] ?? 0);

/** How many ways lead out of a node. */
function outputsOf({ connections }: Example, { name, onError }: ExampleNode): number {
	const drawn = connections[name]?.main?.length ?? 0;
	return onError === 'continueErrorOutput' ? Math.max(drawn, 2) : drawn;
}

describe.each(exampleNames())('given %s', (name) => {
	const example = readExample(name);

	it('when n8n 3 opens it, then it has no node, version or helper that n8n 3 has removed', () => {
		expect(example.nodes.filter(isRemoved).map((node) => node.name)).toEqual([]);
		const text = exampleText(name);
		expect(removed.helpers.filter((helper) => text.includes(helper))).toEqual([]);
	});

	it('when n8n 3 runs it, then it goes the same way as in n8n 2', () => {
		// n8n 3 gives the empty item of Always Output Data to one output where n8n 2 gave it to each.
		const changed = example.nodes.filter(
			(node) => node.alwaysOutputData && outputsOf(example, node) > 1,
		);
		// n8n 3 calls another workflow once for all items only.
		const calls = example.nodes.filter(
			({ type, parameters }) =>
				type === 'n8n-nodes-base.executeWorkflow' && parameters.mode === 'each',
		);
		expect([...changed, ...calls].map((node) => node.name)).toEqual([]);
	});
});
