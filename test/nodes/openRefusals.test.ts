import type { IDataObject } from 'n8n-workflow';
import type { RequestLogEntry } from '../emulator/emulator';
import type { FaultPlan } from '../emulator/faults/faults';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';

const CANCEL = 'CancelOTATaskByDevice';
const ILLEGAL = 'iot.system.IllegalRequest';

/** Devices of the demo package that all wait. */
function namesWith(odd: Readonly<Record<number, string>>, count = 200): string[] {
	return Array.from({ length: count }, (_, place) => odd[place] ?? `lamp${place + 1}`);
}

/** Refuses each cancel that names devices which the platform cannot bear. */
const refusing =
	(code: string, isUnbearable: (names: readonly string[]) => boolean): FaultPlan =>
	({ action, parameters }) => {
		const names = Object.entries(parameters).flatMap(([name, value]) =>
			name.startsWith('DeviceName.') ? [value] : [],
		);
		return action === CANCEL && isUnbearable(names) ? { kind: 'code', code } : undefined;
	};

/** What came of a cancel. */
interface Told {
	/** The devices of each outcome. */
	readonly devices: Readonly<Record<string, string[]>>;
	/** How many tasks the platform cancelled. */
	readonly cancelled: number;
	readonly requests: readonly RequestLogEntry[];
}

async function cancel(names: readonly string[], jobId: string, faults: FaultPlan): Promise<Told> {
	const fleet = buildFleet({ devices: names.length, name: (place) => names[place] ?? '' });
	const devices: Record<string, string[]> = {};
	const requests: RequestLogEntry[] = [];
	await onBench(engine, { fleet, faults }, async ({ emulator, run }) => {
		const { outputs, error } = await run({
			items: [{ deviceNames: [...names], jobId }],
			onError: 'continueRegularOutput',
			parameters: { options: { output: 'perDevice', requestsPerSecond: 100 } },
		});
		expect(error).toBeUndefined();
		for (const json of jsonOf(outputs[0])) {
			const { deviceName, outcome }: IDataObject = Object(json.details ?? json);
			(devices[String(outcome)] ??= []).push(String(deviceName));
		}
		requests.push(...emulator.log);
	});
	return { devices, cancelled: fleet.countByStatus().CANCELED, requests };
}

/** Halving down to one of 200, two requests a level, and what is asked beside them. */
const MOST_FOR_ONE = 30;

describe.each([
	{ named: 'a job', jobId: DEMO.jobId },
	{ named: 'no job', jobId: '' },
])('Cancel by Device with $named, refused with a code that leaves the cause open', ({ jobId }) => {
	it.concurrent.each<{ places: string; odd: Record<number, string> }>([
		{ places: 'side by side', odd: { 2: 'd3', 3: 'D3' } },
		{ places: 'at the ends', odd: { 0: 'd3', 199: 'D3' } },
		{ places: 'in the middle', odd: { 99: 'd3', 100: 'D3' } },
	])(
		'given d3 and D3 $places among 200, when no request may name both, then all are cancelled',
		async ({ odd }) => {
			const { devices, cancelled, requests } = await cancel(
				namesWith(odd),
				jobId,
				refusing(ILLEGAL, (names) => names.includes('d3') && names.includes('D3')),
			);
			expect(cancelled).toBe(200);
			expect(devices.accepted).toHaveLength(200);
			expect(requests.length).toBeLessThanOrEqual(MOST_FOR_ONE);
		},
	);

	it.concurrent.each([0, 76, 99, 100, 199])(
		'given one odd name at place %i of 200, when it is refused wherever it stands, then all others are cancelled',
		async (place) => {
			const { devices, cancelled, requests } = await cancel(
				namesWith({ [place]: 'odd' }),
				jobId,
				refusing(ILLEGAL, (names) => names.includes('odd')),
			);
			expect(cancelled).toBe(199);
			expect(devices.accepted).toHaveLength(199);
			expect(devices.failed).toEqual(['odd']);
			expect(requests.length).toBeLessThanOrEqual(MOST_FOR_ONE);
		},
	);

	it.concurrent(
		'given an odd name in each half, when both halves are refused alike, then all others are cancelled',
		async () => {
			const odd = ['odd1', 'odd2'];
			const { devices, cancelled } = await cancel(
				namesWith({ 40: 'odd1', 199: 'odd2' }),
				jobId,
				refusing('iot.firmware.BrandNew', (names) => odd.some((name) => names.includes(name))),
			);
			expect(cancelled).toBe(198);
			expect(devices.accepted).toHaveLength(198);
			expect(devices.failed).toEqual(odd);
		},
	);

	it.concurrent.each([ILLEGAL, 'iot.firmware.BrandNew'])(
		'given 200 names, when every request is refused with %s, then all fail with at most 12 requests',
		async (code) => {
			const { devices, cancelled, requests } = await cancel(
				namesWith({}),
				jobId,
				refusing(code, () => true),
			);
			expect(cancelled).toBe(0);
			expect(devices.failed).toHaveLength(200);
			expect(requests.length).toBeLessThanOrEqual(12);
		},
	);

	it.concurrent(
		'given 1,000 names in five requests, when every request is refused with an undocumented code, then all fail with at most 12 requests for each of the five',
		async () => {
			const { devices, requests } = await cancel(
				namesWith({}, 1_000),
				jobId,
				refusing('iot.firmware.BrandNew', () => true),
			);
			expect(devices.failed).toHaveLength(1_000);
			expect(requests.length).toBeLessThanOrEqual(5 * 12);
		},
	);
});
