/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mishap } from './answers';
import { selfSignedCertificate } from './certificate';
import { Courier, type Delivery } from './delivery';
import type { FaultPlan } from './faults';
import type { Fleet } from './fleet';
import { readIncoming, type Incoming } from './incoming';
import { judge } from './judge';
import { settingsFrom, type EmulatorOptions, type Settings } from './options';
import { Platform } from './platform';
import type { RequestLogEntry } from './request-log';
import { Wire } from './wire';

export { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from './options';
export type { EmulatorOptions } from './options';
export type { RequestLogEntry } from './request-log';

/** A running stand-in for one platform instance. */
export interface Emulator {
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	/** e.g. 127.0.0.1:12345 */
	readonly endpoint: string;
	readonly port: number;
	readonly fleet: Fleet;
	/** every request seen, in order of arrival */
	readonly log: readonly RequestLogEntry[];
	/** PEM; only with https */
	readonly certificate?: string;
	/** Replaces the plan of faults; a plan counts its requests from 1. */
	setFaults(plan: FaultPlan | undefined): void;
	/** Stops listening, closes every socket and drops answers that still wait. */
	stop(): Promise<void>;
}

/** Starts an emulator; resolves once it takes requests. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const settings = settingsFrom(options);
	const certificate = options.https ? await selfSignedCertificate() : undefined;
	const wire = new Wire(certificate);
	const port = await wire.listen(options.port ?? 0, settings.host);
	const endpoint = `${settings.host}:${port}`;
	settings.fleet.setClock(settings.now);
	const desk = new Desk(settings, endpoint, options.faults);
	wire.serve((request, response) => void desk.handle(request, response));
	return {
		url: `${certificate ? 'https' : 'http'}://${endpoint}`,
		endpoint,
		port,
		fleet: settings.fleet,
		log: desk.log,
		certificate: certificate?.cert,
		setFaults: (plan) => desk.setFaults(plan),
		stop: async () => {
			desk.stop();
			await wire.close();
		},
	};
}

/** Takes each request through fault plan, platform, log and delivery. */
class Desk {
	readonly log: RequestLogEntry[] = [];
	private readonly platform: Platform;
	private readonly courier: Courier;
	private requestsOfPlan = 0;

	constructor(
		private readonly settings: Settings,
		endpoint: string,
		private plan: FaultPlan | undefined,
	) {
		this.platform = new Platform(settings, endpoint);
		const { now, clockOffset } = settings;
		this.courier = new Courier(() => new Date(now() + clockOffset).toUTCString());
	}

	setFaults(plan: FaultPlan | undefined): void {
		this.plan = plan;
		this.requestsOfPlan = 0;
	}

	async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const incoming = await readIncoming(request).catch(() => undefined);
		if (incoming === undefined) {
			// The client left before its request was read whole: there is no one to answer.
			response.destroy();
			return;
		}
		const { ending, answer, delay } = this.judgedSafely(incoming);
		this.courier.deliver(response, { ending, answer, delay: delay + this.settings.latency });
	}

	stop(): void {
		this.courier.stop();
	}

	private judgedSafely(incoming: Incoming): Delivery {
		try {
			return this.judged(incoming);
		} catch (error) {
			return { ending: 'answer', answer: mishap(error), delay: 0 };
		}
	}

	private judged(incoming: Incoming): Delivery {
		const { method, url } = incoming;
		const parameters = Object.fromEntries(incoming.form.parameters);
		const action = parameters['Action'];
		const at = this.settings.now();
		this.settings.rollout?.advance(at);
		const index = ++this.requestsOfPlan;
		const fault = this.plan?.({ index, action, parameters });
		const judgement = judge(this.platform, incoming, fault);
		const { outcome, code, answer } = judgement;
		const bytes = Buffer.byteLength(url);
		const status = answer?.status ?? 0;
		const entry = { at, method, url, bytes, parameters, action, outcome, code, status };
		this.log.push(entry);
		this.settings.onRequest?.(entry);
		return judgement;
	}
}
