import { cancelDevices } from '../../../platform/cancellation/cancel';
import type { Cancellation } from '../../../platform/cancellation/cancel';
import { planCancellation } from '../../../platform/cancellation/plan';
import type { CancelPlan } from '../../../platform/cancellation/plan';
import { callAction } from '../../../platform/client/callAction';
import type { ActionCall, ClientTools, Sent } from '../../../platform/client/callAction';
import { Lanes } from '../../../platform/client/pacing';
import { newStamp, signRequest, toWire } from '../../../platform/signing/request';
import type { SignedRequest } from '../../../platform/signing/request';
import { connectionTo } from '../../support/connections';
import { FakeTime } from '../../support/fakeTime';
import type { Mishaps } from './mishaps';
import { ModelPlatform } from './modelPlatform';
import type { Scene } from './scenes';

/** A request that left. */
export interface SeenRequest {
	readonly at: number;
	readonly action: string;
	readonly method: 'GET' | 'POST';
	/** As they arrived, the signature among them. */
	readonly parameters: Record<string, string>;
}

/** A scene, played to its end. */
export interface Played {
	readonly plan: CancelPlan;
	readonly cancellation: Cancellation;
	readonly model: ModelPlatform;
	readonly requests: readonly SeenRequest[];
	/** Calls of the cancel, whatever attempts each took. */
	readonly cancelCalls: number;
	readonly mostInFlight: number;
}

const EPOCH = Date.UTC(2024, 10, 19);

/** Plays a scene on a model platform and a clock of its own. */
export async function play(scene: Scene): Promise<Played> {
	const time = new FakeTime(scene.stopAt);
	const model = new ModelPlatform(
		scene.devices,
		scene.tasks.map(({ installsAt, ...task }) => ({
			...task,
			modified: EPOCH - 60_000,
			...(installsAt === undefined ? {} : { installsAt: EPOCH + installsAt }),
		})),
		scene.habits,
		() => EPOCH + time.now(),
		time.travel,
	);
	const stage = new Stage(scene, time, model);
	const targets = scene.targets.map((target, item) => ({ ...target, item }));
	const plan = planCancellation(targets, stage.connection, scene);
	const cancellation = await time.run(
		cancelDevices(plan, scene.verifyFor, {
			now: time.now,
			sleep: time.sleep,
			stopped: time.stopped,
			platformNow: () => EPOCH + time.now(),
			call: async (call) => await stage.call(call),
		}),
	);
	const { requests, cancelCalls, mostInFlight } = stage;
	return { plan, cancellation, model, requests, cancelCalls, mostInFlight };
}

/** The way between the shipped client and the model platform. */
class Stage {
	readonly requests: SeenRequest[] = [];
	readonly connection;
	cancelCalls = 0;
	mostInFlight = 0;
	private calls = 0;
	private inFlight = 0;
	private readonly lanes = new Lanes();
	private journeys = 0;

	constructor(
		private readonly scene: Scene,
		private readonly time: FakeTime,
		private readonly model: ModelPlatform,
	) {
		this.connection = connectionTo('model.example.com:8686', { method: scene.method });
	}

	async call(call: ActionCall) {
		const { maxAttempts, mishaps } = this.scene;
		const schedule = mishaps[this.calls++ % mishaps.length] ?? [];
		if (call.action === 'CancelOTATaskByDevice') this.cancelCalls++;
		return await callAction(call, maxAttempts, this.toolsFor(schedule));
	}

	private toolsFor(schedule: Mishaps): ClientTools {
		const { time } = this;
		const lane = (action: string) => this.lanes.of('model', 'key', action);
		let attempt = 0;
		return {
			sleep: time.sleep,
			stopped: time.stopped,
			now: () => EPOCH + time.now(),
			random: () => 0.5,
			learnTime: () => true,
			turn: async (action) => await lane(action).turn(this.scene.requestsPerSecond, time),
			pace: (action, ms) =>
				ms === undefined ? lane(action).answered() : lane(action).throttled(ms, time.now()),
			send: async (call) => await this.send(call, schedule[attempt++]),
		};
	}

	private async send(call: ActionCall, mishap: Mishaps[number] | undefined): Promise<Sent> {
		this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
		const stamp = newStamp(EPOCH + this.time.now());
		const wire = toWire({ ...call.parameters, Action: call.action });
		const signed = signRequest(this.scene.method, wire, this.connection, stamp);
		const parameters = parametersOf(signed);
		this.requests.push({
			at: this.time.now(),
			action: call.action,
			method: signed.method,
			parameters,
		});
		await this.time.travel(this.journey());
		const body = mishap?.carriedOut === false ? '' : this.model.answer(parameters);
		await this.time.travel(this.journey());
		this.inFlight--;
		if (this.time.stopped()) return { kind: 'stopped' };
		return mishap?.sent ?? { kind: 'answered', status: 200, body, headers: {} };
	}

	private journey(): number {
		const { travel } = this.scene;
		return travel[this.journeys++ % travel.length] ?? 0;
	}
}

function parametersOf({ url, body }: SignedRequest): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(body ?? url.slice(url.indexOf('?'))));
}
