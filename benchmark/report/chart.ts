import { contestantKeys, contestants } from '../contestants';
import { underWayContestants, underWayKeys } from '../contestants/underWay';
import { signers } from '../measurements/signers';
import type { SignerKey } from '../measurements/signers';
import type { Results } from '../results';

interface Bar {
	readonly name: string;
	/** undefined where it never came to that */
	readonly value: number | undefined;
	readonly isOurs: boolean;
}

interface Panel {
	readonly title: string;
	readonly unit: string;
	readonly bars: readonly Bar[];
}

const WIDTH = 760;
const MARGIN = 24;
const NAMES = 262;
const VALUES = 110;
const ROW = 30;
const BAR = 16;
const TITLE = 40;
const GAP = 18;

const STYLE = `
	.card { fill: #ffffff; stroke: #d9dde3; }
	text { font: 14px system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; fill: #24292f; }
	.title { font-size: 16px; font-weight: 600; }
	.ours { font-weight: 600; }
	.bar { fill: #8c96a3; }
	.bar.ours { fill: #0b7a75; }
	@media (prefers-color-scheme: dark) {
		.card { fill: #161b22; stroke: #30363d; }
		text { fill: #e6edf3; }
		.bar { fill: #6e7883; }
		.bar.ours { fill: #3fc6bd; }
	}`;

/** Draws time and signing as bars of true length, for light and dark pages. */
export function chartOf(results: Results): string {
	const { svg, height } = panelsOf(results).reduce(
		(drawn, panel) => {
			const top = drawn.height + (drawn.svg.length > 0 ? GAP : MARGIN);
			return { svg: [...drawn.svg, ...draw(panel, top)], height: top + heightOf(panel) };
		},
		{ svg: new Array<string>(), height: 0 },
	);
	const total = height + MARGIN;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" role="img" aria-labelledby="title">`,
		'<title id="title">This node beside what people use today; README.md has the figures</title>',
		`<style>${STYLE}\n</style>`,
		`<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${total - 1}" rx="10"/>`,
		...svg,
		'</svg>',
		'',
	].join('\n');
}

function panelsOf({ underWay, limited, signing, plan }: Results): Panel[] {
	const signerKeys: SignerKey[] = ['thisPackage', 'openApiUtil', 'popCore', 'cryptoJs'];
	const devices = plan.devices.toLocaleString('en-US');
	const underWayDevices = plan.devicesUnderWay.toLocaleString('en-US');
	return [
		{
			title: `Roll-out of ${underWayDevices} devices under way: time to cancel all, less is better`,
			unit: 's',
			bars: underWayKeys().map((key) => ({
				name: underWayContestants[key].name,
				value: underWay[key].secondsUntilAll?.median,
				isOurs: key === 'thisNode' || key === 'thisNodeOfJob',
			})),
		},
		{
			title: `${devices} devices at 10 requests a second: time, less is better`,
			unit: 's',
			bars: contestantKeys().map((key) => ({
				name: contestants[key].name,
				value: limited[key].seconds.median,
				isOurs: key === 'thisNode',
			})),
		},
		{
			title: 'Signing a request of 200 names: operations a second, more is better',
			unit: '/s',
			bars: signerKeys.map((key) => ({
				name: signers[key].name,
				value: signing[key].median,
				isOurs: key === 'thisPackage',
			})),
		},
	];
}

function heightOf({ bars }: Panel): number {
	return TITLE + bars.length * ROW;
}

function draw({ title, unit, bars }: Panel, top: number): string[] {
	const longest = Math.max(...bars.map(({ value = 0 }) => value));
	const room = WIDTH - 2 * MARGIN - NAMES - VALUES;
	const left = MARGIN + NAMES;
	const rows = bars.flatMap(({ name, value, isOurs }, place) => {
		const middle = top + TITLE + place * ROW + ROW / 2;
		const length = value === undefined ? 0 : Math.max(2, (value / longest) * room);
		const ours = isOurs ? ' ours' : '';
		return [
			`<text class="name${ours}" x="${left - 12}" y="${middle + 5}" text-anchor="end">${name}</text>`,
			`<rect class="bar${ours}" x="${left}" y="${middle - BAR / 2}" width="${length.toFixed(1)}" height="${BAR}" rx="3"/>`,
			`<text class="value${ours}" x="${(left + length + 8).toFixed(1)}" y="${middle + 5}">${value === undefined ? 'never' : `${figure(value)} ${unit}`}</text>`,
		];
	});
	return [`<text class="title" x="${MARGIN}" y="${top + 18}">${title}</text>`, ...rows];
}

function figure(value: number): string {
	return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
