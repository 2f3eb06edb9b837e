import type { IDataObject } from 'n8n-workflow';
import { DEMO } from '../emulator/fleet/fleets';
import { fleetOf, mixedFleet } from '../emulator/fleet/mixedFleet';
import type { MixedFleet, Standing } from '../emulator/fleet/mixedFleet';
import { jsonOf } from './bench';
import { cancelOnce } from './once';

/** What a device may end as; which of two depends on whether the node has looked since. */
const OUTCOMES: Readonly<Record<Standing, readonly string[]>> = {
	finished: ['nothingToCancel'],
	installing: ['notCancellable'],
	unknown: ['notFound'],
	waiting: ['accepted', 'cancelled'],
};

const tenthFinished = () => mixedFleet(1_000, { finished: 0.1, installing: 0.05, unknown: 0.01 });
const halfFinished = () => mixedFleet(1_000, { finished: 0.5, installing: 0.05, unknown: 0.01 });
const ofTwoHundred = (isFinished: (index: number) => boolean) =>
	fleetOf(Array.from({ length: 200 }, (_, index) => (isFinished(index) ? 'finished' : 'waiting')));

const ROLLOUTS: ReadonlyArray<{ name: string; made: () => MixedFleet; most: number }> = [
	{ name: '1,000 devices of which a tenth has finished', made: tenthFinished, most: 40 },
	{ name: '1,000 devices of which half have finished', made: halfFinished, most: 45 },
	{
		name: '200 devices of which the first 70 have finished',
		made: () => ofTwoHundred((index) => index < 70),
		most: 12,
	},
	{
		name: '200 devices of which every other one has finished',
		made: () => ofTwoHundred((index) => index % 2 === 1),
		most: 12,
	},
];

/** The facts of a device's item, which an error item keeps as its details. */
function factsOf(json: IDataObject): [deviceName: unknown, outcome: unknown] {
	const { deviceName, outcome }: { deviceName?: unknown; outcome?: unknown } = Object(
		json.details ?? json,
	);
	return [deviceName, outcome];
}

describe.each([
	['a job', DEMO.jobId],
	['no job', ''],
])('Cancel by Device with %s in a roll-out under way', (_, jobId) => {
	it.each(ROLLOUTS)(
		'given $name, when they are cancelled, then all that can be are, each device has its outcome, and at most $most requests leave',
		async ({ made, most }) => {
			const { fleet, names, standings } = made();
			const { outputs, error, emulator } = await cancelOnce({
				on: { fleet },
				items: [{ deviceNames: [...names], jobId }],
				onError: 'continueRegularOutput',
				parameters: { options: { output: 'perDevice', requestsPerSecond: 100 } },
			});

			expect(error).toBeUndefined();
			const told = jsonOf(outputs[0]).map(factsOf);
			expect(told.map(([deviceName]) => deviceName)).toEqual(names);
			const wrong = told.filter(
				([, outcome], index) => !OUTCOMES[standings[index] ?? 'unknown'].includes(String(outcome)),
			);
			expect(wrong).toEqual([]);
			const waiting = standings.filter((standing) => standing === 'waiting').length;
			expect(fleet.countByStatus().CANCELED).toBe(waiting);
			expect(emulator.log.length).toBeLessThanOrEqual(most);
		},
	);
});
