import fc from 'fast-check';
import { TASK_STATUSES } from '../../../platform/catalog/taskStatus';
import { progressChart } from '../../../platform/progress/chart';
import { sharesOf } from '../../../platform/progress/shares';
import { escapeXml } from '../../../platform/progress/xml';
import { elementsIn, parseXml } from '../../support/xml';
import { failedWith, progressWith } from './progresses';
import type { Scene } from './progresses';

const counts = fc
	.tuple(...TASK_STATUSES.map(() => fc.oneof(fc.nat(3), fc.nat(1_000_000))))
	.map((numbers) => countsOf((place) => numbers[place] ?? 0));

function countsOf(at: (place: number) => number) {
	const [CONFIRM, QUEUED, NOTIFIED, IN_PROGRESS, SUCCEEDED, FAILED, CANCELED] = [
		...[at(0), at(1), at(2), at(3), at(4), at(5), at(6)],
	] as const;
	return { CONFIRM, QUEUED, NOTIFIED, IN_PROGRESS, SUCCEEDED, FAILED, CANCELED };
}

const BIG: Scene = {
	counts: {
		SUCCEEDED: 6100,
		FAILED: 100,
		IN_PROGRESS: 900,
		NOTIFIED: 100,
		QUEUED: 2799,
		CONFIRM: 1,
	},
};
const ODD: Scene = {
	job: {
		firmwareId: '<script>alert("1")</script>',
		destVersion: `1.0.1 & "so on" ${'<'.repeat(200)}`,
		srcVersions: [']]>', "'1.0.0'", '\u0000\ufffe\ud800'],
		jobStatus: '&amp;',
	},
	counts: { FAILED: 1, QUEUED: 1 },
	failed: failedWith('voltage < 3 & "falling"', 1),
};

async function linesOf(scene: Scene): Promise<string[]> {
	const root = await parseXml(progressChart(progressWith(scene)));
	return elementsIn(root)
		.filter(({ name }) => name === 'text')
		.map(({ text }) => text);
}

describe('the chart of a roll-out', () => {
	it('given a big job, when it is drawn, then title, figures and every state are there in words', async () => {
		expect(await linesOf(BIG)).toEqual([
			'OTA job 1836340779212661234',
			'Package 168 · 1.0.1 · running',
			'62 % of 10,000 devices ended, failure share 1.61 %',
			...['Succeeded', '6,100', '61.0 %'],
			...['Failed', '100', '1.0 %'],
			...['Cancelled', '0', '0.0 %'],
			...['Installing', '900', '9.0 %'],
			...['Notified', '100', '1.0 %'],
			...['Queued', '2,799', '28.0 %'],
			...['Waiting for confirmation', '1', '< 0.1 %'],
			'2026-11-29 15:00 UTC',
			'Failure share: failed of those that succeeded or failed',
		]);
	});

	it('given a job without devices, when it is drawn, then it says so and has no bars', async () => {
		const lines = await linesOf({});
		expect(lines).toContain('No devices');
		expect(lines.filter((line) => line === '0.0 %')).toHaveLength(TASK_STATUSES.length);
	});

	it('given odd names, when it is drawn, then they are text and nothing else, cut to fit', async () => {
		const lines = await linesOf(ODD);
		expect(lines[1]).toMatch(
			/^Package <script>alert\("… · \]\]>, '1\.0\.0',.* → 1\.0\.1 & "so on" <+… · &amp;$/,
		);
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(120);
	});

	it('given names in Chinese, when it is drawn, then they take no more room than others', async () => {
		const name = '路灯固件'.repeat(20);
		const job = { firmwareId: name, destVersion: name, srcVersions: [name], jobStatus: 'PLANNED' };
		const [, what] = await linesOf({ job });
		expect(what).toBe(
			'Package 路灯固件路灯固… · 路灯固件路灯固件路… → 路灯固件路灯固件路… · planned',
		);
	});

	it.each([
		['a big job', BIG],
		['a job without devices', {}],
		['odd names', ODD],
	])(
		'given %s, when it is read, then it has a size, a ground of its own and nothing that runs or is elsewhere',
		async (_, scene) => {
			const svg = progressChart(progressWith(scene));
			const root = await parseXml(svg);
			expect(root).toMatchObject({
				name: 'svg',
				attributes: { width: '640', viewBox: expect.stringMatching(/^0 0 640 \d+$/), role: 'img' },
			});
			const elements = elementsIn(root);
			const names = new Set(elements.map(({ name }) => name));
			expect([...names].sort()).toEqual(['desc', 'rect', 'svg', 'text', 'title']);
			const [ground] = elements.filter(({ name }) => name === 'rect');
			expect(ground?.attributes).toMatchObject({ width: '639', fill: '#ffffff' });
			const attributes = elements.flatMap(({ attributes: given }) => Object.entries(given));
			expect(attributes.filter(([name]) => /^on|href|style|class/i.test(name))).toEqual([]);
			expect(attributes.filter(([, value]) => /url\(|\/\//.test(value))).toEqual([
				['xmlns', 'http://www.w3.org/2000/svg'],
			]);
			expect(svg.length).toBeLessThan(8_000);
		},
	);

	it('given any counts and names, when it is drawn, then bars keep within it and it is well-formed', async () => {
		const names = fc.string({ unit: 'binary', maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(counts, names, async (given, name) => {
				const scene = {
					job: { destVersion: name, jobStatus: name, firmwareId: name },
					counts: given,
				};
				const root = await parseXml(progressChart(progressWith(scene)));
				for (const { name: kind, attributes } of elementsIn(root)) {
					if (kind !== 'rect') continue;
					const { x, width } = attributes;
					expect(Number(x) + Number(width)).toBeLessThanOrEqual(640);
					expect(Number(width)).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 50 },
		);
	});
});

describe('the shares of the states', () => {
	it('given any counts, when they are shared out, then they sum up to a whole and each is right to a tenth of a percent', () => {
		fc.assert(
			fc.property(counts, (given) => {
				const total = Object.values(given).reduce((sum, count) => sum + count, 0);
				const shares = sharesOf(given);
				const sum = Object.values(shares).reduce((all, share) => all + share, 0);
				expect(sum).toBe(total === 0 ? 0 : 1000);
				for (const state of TASK_STATUSES) {
					const exact = total === 0 ? 0 : (1000 * given[state]) / total;
					expect(Math.abs(shares[state] - exact)).toBeLessThan(1);
					if (given[state] === 0) expect(shares[state]).toBe(0);
				}
			}),
		);
	});
});

describe('a text in XML', () => {
	it('given any text, when it is escaped and read back, then it is the same but for what XML cannot hold', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
				const escaped = escapeXml(text);
				expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
				const { text: read, attributes } = await parseXml(`<a b="[${escaped}]">[${escaped}]</a>`);
				// eslint-disable-next-line no-control-regex -- these are what XML cannot hold
				const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
				expect(read).toBe(`[${kept}]`);
				expect(attributes.b).toBe(`[${kept}]`);
			}),
		);
	});

	it('given halves of characters, when they are escaped, then none is left', () => {
		expect(escapeXml('a\ud800b\udfff')).toBe('a\ufffdb\ufffd');
	});
});
