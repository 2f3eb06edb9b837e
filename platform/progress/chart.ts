import type { TaskStatus } from '../catalog/taskStatus';
import { shareOf } from './figures';
import type { Progress } from './progress';
import { sharesOf } from './shares';
import { progressText } from './text';
import { clockTime, devicesIn, failureShare, fitted, isoTime, thousands } from './words';
import { escapeXml } from './xml';

/** Size of the picture and places in it, pixels. */
const WIDTH = 640;
const MARGIN = 24;
const FIRST_ROW = 122;
const ROW = 28;
const BAR = { x: 196, height: 18, width: 264 } as const;
const NUMBER_ENDS = 546;
const INK = '#1f2328';
const FAINT_INK = '#59636e';

/** A state as the picture shows it; what has ended first. The colours can be told apart by everyone (Okabe and Ito). */
const ROWS: ReadonlyArray<readonly [state: TaskStatus, words: string, colour: string]> = [
	['SUCCEEDED', 'Succeeded', '#009e73'],
	['FAILED', 'Failed', '#d55e00'],
	['CANCELED', 'Cancelled', '#8c959f'],
	['IN_PROGRESS', 'Installing', '#0072b2'],
	['NOTIFIED', 'Notified', '#56b4e9'],
	['QUEUED', 'Queued', '#f0e442'],
	['CONFIRM', 'Waiting for confirmation', '#cc79a7'],
];

const HEIGHT = FIRST_ROW + ROWS.length * ROW + 52;

/**
 * Draws where a roll-out stands: a bar for each state, with number and share, as an SVG of 640 pixels in width.
 * It stands on a white ground of its own and needs nothing from elsewhere, neither style nor font, so that a
 * mail or a chat can show it.
 */
export function progressChart(progress: Progress): string {
	const shares = sharesOf(progress.counts);
	const title = titleOf(progress);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(title)}" font-family="Helvetica, Arial, sans-serif">`,
		`<title>${escapeXml(title)}</title>`,
		`<desc>${escapeXml(progressText(progress))}</desc>`,
		`<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="6" fill="#ffffff" stroke="#d1d9e0"/>`,
		line(title, { x: MARGIN, y: 36, size: 18, colour: INK, weight: 'bold' }),
		line(whatOf(progress), { x: MARGIN, y: 60, size: 13, colour: FAINT_INK }),
		line(howFarOf(progress), { x: MARGIN, y: 92, size: 15, colour: INK, weight: 'bold' }),
		...ROWS.map(([state, words, colour], place) =>
			rowOf({ words, colour, count: progress.counts[state], share: shares[state] }, place),
		),
		line(timesOf(progress), { x: MARGIN, y: HEIGHT - 32, size: 11, colour: FAINT_INK }),
		line(WHAT_THE_SHARE_IS, { x: MARGIN, y: HEIGHT - 16, size: 11, colour: FAINT_INK }),
		'</svg>',
		'',
	].join('\n');
}

interface Row {
	readonly words: string;
	readonly colour: string;
	readonly count: number;
	/** Tenths of a percent. */
	readonly share: number;
}

function rowOf({ words, colour, count, share }: Row, place: number): string {
	const top = FIRST_ROW + place * ROW;
	const y = top + BAR.height - 5;
	// Whoever is few must not be overlooked.
	const width = count === 0 ? 0 : Math.max(2, (BAR.width * share) / 1000);
	const bar = { x: BAR.x, y: top, height: BAR.height };
	return [
		line(words, { x: MARGIN, y, size: 13, colour: INK }),
		rect({ ...bar, width: BAR.width }, 'fill="#eff2f5"'),
		...(width > 0
			? [rect({ ...bar, width }, `fill="${colour}" stroke="${INK}" stroke-width="0.5"`)]
			: []),
		line(thousands(count), { x: NUMBER_ENDS, y, size: 13, colour: INK, anchor: 'end' }),
		line(percentOf(count, share), { x: WIDTH - MARGIN, y, size: 13, colour: INK, anchor: 'end' }),
	].join('\n');
}

function percentOf(count: number, share: number): string {
	return count > 0 && share === 0 ? '< 0.1 %' : `${(share / 10).toFixed(1)} %`;
}

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function rect({ x, y, width, height }: Box, look: string): string {
	return `<rect x="${x}" y="${y}" width="${Number(width.toFixed(2))}" height="${height}" ${look}/>`;
}

interface Line {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly colour: string;
	readonly weight?: 'bold';
	/** Which end of the text `x` is; its beginning unless given. */
	readonly anchor?: 'end';
}

function line(text: string, { x, y, size, colour, weight, anchor }: Line): string {
	const looks = `${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
	return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${looks}>${escapeXml(text)}</text>`;
}

function titleOf({ job }: Progress): string {
	return `OTA job ${fitted(job.jobId, 30)}`;
}

/** What is rolled out. */
function whatOf({ job, srcVersions }: Progress): string {
	const { firmwareId, destVersion, jobStatus } = job;
	const versions = [fitted(srcVersions.join(', '), 20), fitted(destVersion, 20)];
	const parts = [
		firmwareId && `Package ${fitted(firmwareId, 16)}`,
		versions.filter(Boolean).join(' → '),
		STATUS_WORDS.get(jobStatus) ?? fitted(jobStatus, 12),
	];
	return parts.filter(Boolean).join(' · ');
}

const STATUS_WORDS: ReadonlyMap<string, string> = new Map([
	['PLANNED', 'planned'],
	['IN_PROGRESS', 'running'],
	['COMPLETED', 'completed'],
	['CANCELED', 'cancelled'],
]);

function howFarOf(progress: Progress): string {
	const { total, ended } = progress;
	if (total === 0) return 'No devices';
	const ofAll = `${shareOf(ended, total)} % of ${devicesIn(total)} ended`;
	return `${ofAll}, failure share ${failureShare(progress)}`;
}

function timesOf({ asOf, estimatedEnd }: Progress): string {
	const read = (isoTime(asOf) ?? '').slice(0, 10);
	const end = clockTime(estimatedEnd, asOf);
	const times = [
		`${read} ${clockTime(asOf, asOf)}`,
		...(end ? [`at this pace it ends about ${end}`] : []),
	];
	return times.join(' · ');
}

const WHAT_THE_SHARE_IS = 'Failure share: failed of those that succeeded or failed';
