import { namesOf, planJobs } from '../../../../../platform';
import type { Connection, ReissueDevice, Survey } from '../../../../../platform';
import type { Reissued } from './output';

/** How many devices an execution would put into new jobs, and how many waiting ones it would cancel. */
export function reachOf(surveys: readonly Survey[]): { due: number; waiting: number } {
	const each = withoutTwice(surveys);
	const waiting = new Set(
		each.flatMap(({ order, devices }) =>
			namesOf(devices, 'waiting').map((name) => JSON.stringify([order.jobId, name])),
		),
	);
	const due = each.reduce((sum, { devices }) => sum + namesOf(devices, 'due').length, 0);
	return { due, waiting: waiting.size };
}

/** What carrying surveys out would come to. */
export function previewOf(surveys: readonly Survey[], connection: Connection): Reissued[] {
	return withoutTwice(surveys).map(({ order, ends, devices }) => {
		const jobs = planJobs(order, ends, devices, connection);
		const newJobs = new Map(
			jobs.flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
		);
		return { order, ends, devices, newJobs };
	});
}

/** A device that an earlier item puts into a job of the same package is not put into another by a later one. */
function withoutTwice(surveys: readonly Survey[]): Survey[] {
	const taken = new Set<string>();
	return surveys.map((survey) => {
		const { source, target } = survey.ends;
		const devices = survey.devices.map((device): ReissueDevice => {
			if (device.standing.kind !== 'due') return device;
			const key = JSON.stringify([source.productKey, target.firmwareId, device.deviceName]);
			if (!taken.has(key)) {
				taken.add(key);
				return device;
			}
			return { ...device, standing: { kind: 'alreadyInJob', jobId: '', taskStatus: '' } };
		});
		return { ...survey, devices };
	});
}
