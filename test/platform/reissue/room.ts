import { carryOut } from '../../../platform/reissue/carryOut';
import { ReissueMemory } from '../../../platform/reissue/memory';
import type { Aim, ReissueOrder } from '../../../platform/reissue/order';
import type { ReissueDevice } from '../../../platform/reissue/standing';
import { surveyOrder } from '../../../platform/reissue/survey';
import type { Survey } from '../../../platform/reissue/survey';
import type { ReissueTools } from '../../../platform/reissue/tools';
import type { CallAction } from '../../../platform/client/callAction';
import type { Fault } from '../../../platform/errors/faults';
import type { Result } from '../../../platform/result';
import { readConnection } from '../../../platform/signing/connection';
import type { EmulatorOptions } from '../../emulator/emulator';
import { Fleet } from '../../emulator/fleet/fleet';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { TaskStatus } from '../../emulator/fleet/records';
import { FakeTime } from '../../support/fakeTime';
import { FleetPlatform, RESET } from '../../support/fleetPlatform';

/** When a test begins, ms since 1970. */
export const BEGIN = Date.parse('2026-11-25T10:00:00.000Z');

export const RETRY: Aim = { kind: 'retryFailed', states: ['FAILED'], reasonContains: '' };
export const BACK: Aim = {
	...{ kind: 'rollBack', earlierFirmwareId: '167' },
	...{ alsoFailed: false, whileWaiting: 'cancel' },
};

/** The room on an emulated platform whose time stands still while anyone works. */
export class Room {
	readonly time = new FakeTime();
	readonly platform: FleetPlatform;
	readonly fleet: Fleet;

	constructor(
		devices: number,
		status: TaskStatus | ((index: number) => TaskStatus),
		options: EmulatorOptions = {},
	) {
		this.fleet = new Fleet();
		this.fleet.setClock(this.platformNow);
		buildFleet({ devices, status, into: this.fleet });
		this.fleet.addPackage({ firmwareId: '167', productKey: DEMO.productKey, destVersion: '1.0.0' });
		this.platform = new FleetPlatform(this.fleet, { ...options, now: this.platformNow });
	}

	readonly platformNow = (): number => BEGIN + this.time.now();

	/** The names of each job that was created since the test began. */
	get newJobs(): string[][] {
		return this.fleet.jobs
			.filter(({ utcCreate }) => Date.parse(utcCreate) >= BEGIN)
			.map(({ jobId }) => this.fleet.tasksOfJob(jobId).map(({ deviceName }) => deviceName));
	}

	tools(call: CallAction = this.platform.call): ReissueTools {
		const { now, sleep, stopped } = this.time;
		return { connection: connection(), call, now, sleep, stopped, platformNow: this.platformNow };
	}

	async survey(aim: Aim, memory = new ReissueMemory()): Promise<Result<Survey, Fault>> {
		return await this.time.run(surveyOrder(orderOf(aim), memory, this.tools()));
	}

	/** Surveys and carries out. */
	async putRight(
		aim: Aim,
		memory = new ReissueMemory(),
		call?: CallAction,
	): Promise<Result<readonly ReissueDevice[], Fault>> {
		const work = async () => {
			const tools = this.tools(call);
			const survey = await surveyOrder(orderOf(aim), memory, tools);
			return survey.ok ? await carryOut(survey.value, 0, memory, tools) : survey;
		};
		return await this.time.run(work());
	}

	/** The same call, but the answer to the first create is lost though it is carried out. */
	readonly losingFirst = (): CallAction => {
		let isLost = false;
		return async (asked) => {
			const outcome = await this.platform.call(asked);
			if (isLost || asked.action !== 'CreateOTAStaticUpgradeJob') return outcome;
			isLost = true;
			return { ok: false, fault: RESET, attempts: 1, inDoubt: false };
		};
	};
}

function orderOf(aim: Aim): ReissueOrder {
	return { item: 0, jobId: DEMO.jobId, firmwareId: '', aim, settings: {} };
}

function connection() {
	const read = readConnection({
		...{ endpoint: 'https://si-0123456789.tuyacloud.com:8686' },
		...{ accessKeyId: 'id', accessKeySecret: 'secret' },
	});
	if (!read.ok) throw new Error(read.fault.what);
	return read.value;
}

/** How many devices stand in which way, in short. */
export function standings(result: Result<readonly ReissueDevice[], Fault>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { standing } of result.ok ? result.value : []) {
		const key = standing.kind === 'unknown' ? `unknown ${standing.why}` : standing.kind;
		counts[key] = (counts[key] ?? 0) + 1;
	}
	return counts;
}

/** What a refusal says; empty where there is none. */
export function refusalOf(result: Result<unknown, Fault>): string {
	if (result.ok) return '';
	const { fault } = result;
	return fault.kind === 'input' ? `${fault.field} ${fault.what}` : fault.kind;
}
