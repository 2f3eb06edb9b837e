import { SourceCopy } from './copy';
import { ADDED, EDITS } from './fiveSteps';

/** ms; types and tests of the copy each take half a minute on a busy computer. */
const PATIENCE = 300_000;

/** All that an added action meets. */
const MET = [
	...['platform/catalog.test', 'emulator/catalog.test', 'docsNode.test'],
	...['nodes/operations/operations.test', 'nodes/operations/catalogFacts.test'],
	...['generate/operationsTable.test', 'nodes/schemas/outputSchemas.test'],
	'nodes/expressions/everyField.test',
	'nodes/contract/contract.test',
];

/** One file of tests that holds all of them, so that n8n's engine is loaded once and not for each. */
const ALL_MET = MET.map((file) => `import './${file}';\n`).join('');

/** What is said of the added operation alone, or of all operations and actions at once. */
const SAID = `${ADDED}|exactly those|writes its operations|each documented one is served`;

describe('adding an operation in five steps', () => {
	let copy: SourceCopy;
	beforeEach(() => {
		copy = new SourceCopy();
	});
	afterEach(() => copy.remove());

	it(
		'given the five steps in a copy of the sources, when all that an added action meets runs there, then it is green and the operation was called',
		async () => {
			for (const edit of Object.values(EDITS)) edit(copy);
			copy.write('test/met.test.ts', ALL_MET);
			const types = copy.run('tsc', []);
			const write = ['--testMatch', '<rootDir>/test/generate/write.ts'];
			const written = await copy.run('jest', [
				'--ci',
				...write,
				'-t',
				`${ADDED}|its operations are written`,
			]);
			expect(written.output).toMatch(/Tests: .* 5 passed/);
			await copy.copyAssets();
			const tests = await copy.run('jest', ['--ci', '--verbose', 'test/met.test.ts', '-t', SAID]);
			expect(await types).toEqual({ code: 0, output: '' });
			expect(tests.output.match(/✕.*/g) ?? []).toEqual([]);
			expect(tests.code).toBe(0);
			expect(tests.output).toContain('device.disable, given an IoT ID');
			expect(tests.output).toContain('the output schema of device.disable');
		},
		PATIENCE,
	);
});
