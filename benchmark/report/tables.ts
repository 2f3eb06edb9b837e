import { contestantKeys, contestants } from '../contestants';
import { signers } from '../measurements/signers';
import type { SignerKey } from '../measurements/signers';
import type { Spread } from '../measurements/spread';
import type { Results } from '../results';
import { table, written } from './figures';
import { togetherMarkdownOf } from './together';
import { underWayMarkdownOf } from './underWay';

type Row = readonly string[];

/** Writes everything as the Markdown of the README's generated part. */
export function markdownOf(results: Results): string {
	return [
		ranOn(results),
		'### Promises',
		claims(results),
		'### A roll-out under way',
		underWayMarkdownOf(results),
		'### Several processes that share a limit',
		togetherMarkdownOf(results),
		`### ${count(results.plan.devices)} devices at 10 requests a second`,
		limited(results),
		'### CPU and memory without the limit',
		unlimited(results),
		"### The node's own work",
		growth(results),
		'### Signing a request of 200 names',
		signing(results),
	].join('\n\n');
}

function ranOn({ date, machine, versions, plan }: Results): string {
	const { processor, cores, memoryGb, system, loadBefore } = machine;
	const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	return `Measured on ${date.slice(0, 10)}: ${cores} cores (${processor}), ${memoryGb} GB, ${system}; load before the start ${loadBefore}. ${names.join(', ')}. Each figure is the median of ${plan.rounds} rounds, with the smallest and largest in brackets; a roll-out under way and the node's own work, which take minutes, were measured ${plan.longRounds === 1 ? 'once' : `${plan.longRounds} times`}.`;
}

function claims({ claims }: Results): string {
	return table(
		['promise', 'measured', 'holds'],
		claims.map(({ claim, measured, holds }) => [claim, measured, holds ? 'yes' : '**no**']),
	);
}

function limited({ limited, plan }: Results): string {
	return table(
		['way', 'requests', 'time, s', 'on the wire, s', 'refused', 'measured on'],
		contestantKeys().map((key) => {
			const { measuredDevices, requests, seconds, secondsOnTheWire, refused } = limited[key];
			const isScaled = measuredDevices < plan.devices;
			const devices = count(measuredDevices);
			return [
				contestants[key].name,
				written(requests),
				written(seconds),
				written(secondsOnTheWire),
				written(refused),
				isScaled ? `${devices}, scaled` : devices,
			];
		}),
	);
}

function unlimited({ unlimited, plan }: Results): string {
	const rows = contestantKeys().map((key) => {
		const { cpuPer1000Devices, peakMemory, memoryOnTop, fewestCancelled } = unlimited[key];
		return [
			contestants[key].name,
			written(cpuPer1000Devices),
			written(peakMemory),
			written(memoryOnTop),
			`${count(fewestCancelled)} of ${count(plan.devicesUnlimited)}`,
		];
	});
	const head = ['way', 'CPU, ms per 1,000 devices', 'peak memory, MB', 'on top, MB', 'cancelled'];
	return table(head, rows);
}

function growth({ growth: { few, many } }: Results): string {
	const row = (name: string, figure: (of: typeof few) => Spread): Row => [
		name,
		written(figure(few)),
		written(figure(many)),
		`${(figure(many).median / figure(few).median).toFixed(1)} x`,
	];
	const head = ['CPU, ms', `${count(few.items)} items`, `${count(many.items)} items`, 'growth'];
	return table(head, [
		row('whole run on the engine', ({ run }) => run),
		row("the node's execute", ({ execute }) => execute),
		row('own work: execute on evaluated parameters', ({ ownWork }) => ownWork),
	]);
}

function signing({ signing }: Results): string {
	const keys: SignerKey[] = ['thisPackage', 'openApiUtil', 'popCore', 'cryptoJs'];
	return table(
		['signer', 'up to', 'operations a second', 'this package is faster by'],
		keys.map((key) => [
			signers[key].name,
			`the ${signers[key].result}`,
			written(signing[key]),
			key === 'thisPackage'
				? ''
				: `${(signing.thisPackage.median / signing[key].median).toFixed(1)} x`,
		]),
	);
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
