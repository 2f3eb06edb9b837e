import { BREAKS } from './breaks';
import { PackageCopy, type Verdict } from './packageCopy';

beforeAll(() => PackageCopy.pack());
afterAll(() => PackageCopy.dropPacked());

let copy: PackageCopy;
beforeEach(() => {
	copy = PackageCopy.make();
});
afterEach(() => copy.drop());

describe('npm run verify:package', () => {
	describe('given the package as it is', () => {
		let verdict: Verdict;
		beforeAll(() => {
			const whole = PackageCopy.make();
			verdict = whole.verify();
			whole.drop();
		});

		it('when it is verified, then no row fails and each that passes can fail', () => {
			const { status, rows } = verdict;
			expect(rows.FAIL).toEqual([]);
			expect(status).toBe(0);
			const isBroken = (row: string) => BREAKS.some(({ title }) => row.startsWith(title));
			expect(rows.pass.filter((row) => !isBroken(row))).toEqual([]);
		});

		it('when it is verified, then what only a person can see is told with what to look at', () => {
			const { rows, text } = verdict;
			expect(rows['by hand'].length).toBeGreaterThan(10);
			expect(text).toMatch(
				/^ {2}by hand {2}the version on npm .* with provenance\n {11}npm view /m,
			);
			expect(text).not.toMatch(/^ {2}by hand {2}.*\n {0,10}\S/m);
			const counts = [`${rows.pass.length} passed`, `${rows.FAIL.length} failed`];
			expect(text).toContain(`\n${counts.join(', ')}, ${rows['by hand'].length} by hand\n`);
		});
	});

	it('given one thing that is broken, when it is verified, then that alone fails and the exit code is 1', () => {
		for (const node of ['TuyaIotPlatform', 'TuyaIotPlatformTrigger']) {
			copy.replace(`dist/nodes/TuyaIotPlatform/${node}.node.js`, 'tuyaIotPlatformApiTest', 'no');
		}
		const { status, rows } = copy.verify();
		expect(rows.FAIL).toEqual(['each credential has a test and a link to its documentation']);
		expect(status).toBe(1);
	});

	it('given everything broken at once, when it is verified, then each row fails and says what is wrong', () => {
		for (const { make } of BREAKS) make(copy);
		const { rows, text } = copy.verify();
		expect(rows.pass).toEqual([]);
		expect(rows.FAIL).toHaveLength(BREAKS.length);
		const untold = BREAKS.flatMap(({ told }) => told).filter((words) => !text.includes(words));
		expect(untold).toEqual([]);
	});
});
