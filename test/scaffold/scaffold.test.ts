import { SourceCopy } from './copy';
import { addDisable } from './fiveSteps';

/** ms; types and tests of the copy each take half a minute on a busy computer. */
const PATIENCE = 300_000;

describe('adding an operation in five steps', () => {
	let copy: SourceCopy;
	beforeAll(() => {
		copy = new SourceCopy();
		addDisable(copy);
	});
	afterAll(() => copy.remove());

	it(
		'given the five steps in a copy of the sources, when types and tests run there, then both are green and the operation was called',
		async () => {
			const [types, tests] = await Promise.all([
				copy.run('tsc', []),
				copy.run('jest', [
					'--ci',
					'--verbose',
					...['test/platform/catalog.test.ts', 'test/emulator/catalog.test.ts'],
					'test/nodes/operations/operations.test.ts',
				]),
			]);
			expect(types).toEqual({ code: 0, output: '' });
			expect(tests.output).toContain('device: disable, given an IoT ID');
			expect(tests.output.match(/✕.*/g) ?? []).toEqual([]);
			expect(tests.code).toBe(0);
			expect(tests.output).toMatch(/Test Suites: 3 passed, 3 total/);
		},
		PATIENCE,
	);
});
