/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mishap } from './http/answers';
import { selfSignedCertificate } from './http/certificate';
import { Courier, type Delivery } from './http/delivery';
import type { FaultPlan } from './faults/faults';
import type { Fleet } from './fleet/fleet';
import { readIncoming } from './http/incoming';
import { judge, type Respondent } from './faults/judge';
import { settingsFrom, type EmulatorOptions, type Settings } from './options';
import { Platform } from './platform';
import type { RequestLogEntry } from './http/requestLog';
import { ObjectStorage, type StoredObject } from './storage/storage';
import { isUpload, readUpload } from './storage/upload';
import { Wire } from './http/wire';

export { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from './options';
export type { EmulatorOptions } from './options';
export type { RequestLogEntry } from './http/requestLog';
export type { StoredObject } from './storage/storage';

/** A running stand-in for one platform instance. It stops where a variable declared with `using` ends. */
export interface Emulator extends AsyncDisposable {
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	/** e.g. 127.0.0.1:12345 */
	readonly endpoint: string;
	readonly port: number;
	readonly fleet: Fleet;
	/** what was uploaded for packages, by Key */
	readonly uploads: ReadonlyMap<string, StoredObject>;
	/** every request seen, uploads too (as the action PostObject), in order of arrival */
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
	const endpoint = `${settings.advertisedHost}:${port}`;
	settings.fleet.setClock(settings.now);
	settings.fleet.setListLag(settings.listLag);
	const url = `${certificate ? 'https' : 'http'}://${endpoint}`;
	const storage = new ObjectStorage(url, settings.now);
	const desk = new Desk(settings, endpoint, storage, options.faults);
	wire.serve((request, response) => void desk.handle(request, response));
	const stop = async () => {
		desk.stop();
		await wire.close();
	};
	return {
		url,
		endpoint,
		port,
		fleet: settings.fleet,
		uploads: storage.objects,
		log: desk.log,
		certificate: certificate?.cert,
		setFaults: (plan) => desk.setFaults(plan),
		stop,
		[Symbol.asyncDispose]: stop,
	};
}

/** What a request of either kind tells before it is judged. */
interface Received {
	method: string;
	url: string;
	form: { parameters: ReadonlyMap<string, string> };
}

/** Takes each request through fault plan, platform or storage, log and delivery. */
class Desk {
	readonly log: RequestLogEntry[] = [];
	private readonly platform: Platform;
	private readonly courier: Courier;
	private requestsOfPlan = 0;

	constructor(
		private readonly settings: Settings,
		endpoint: string,
		private readonly storage: ObjectStorage,
		private plan: FaultPlan | undefined,
	) {
		this.platform = new Platform(settings, endpoint, storage);
		const { now, clockOffset } = settings;
		this.courier = new Courier(() => new Date(now() + clockOffset).toUTCString());
	}

	setFaults(plan: FaultPlan | undefined): void {
		this.plan = plan;
		this.requestsOfPlan = 0;
	}

	async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const delivery = await this.received(request).catch(() => undefined);
		if (delivery === undefined) {
			// The client left before its request was read whole: there is no one to answer.
			response.destroy();
			return;
		}
		const { ending, answer, delay } = delivery;
		this.courier.deliver(response, { ending, answer, delay: delay + this.settings.latency });
	}

	stop(): void {
		this.courier.stop();
	}

	private async received(request: IncomingMessage): Promise<Delivery> {
		if (isUpload(request)) {
			return this.judgedSafely(this.storage, await readUpload(request), 'PostObject');
		}
		const incoming = await readIncoming(request);
		return this.judgedSafely(this.platform, incoming, incoming.form.parameters.get('Action'));
	}

	private judgedSafely<T extends Received>(
		respondent: Respondent<T>,
		received: T,
		action: string | undefined,
	): Delivery {
		try {
			return this.judged(respondent, received, action);
		} catch (error) {
			return { ending: 'answer', answer: mishap(error), delay: 0 };
		}
	}

	private judged<T extends Received>(
		respondent: Respondent<T>,
		received: T,
		action: string | undefined,
	): Delivery {
		const { method, url, form } = received;
		const parameters = Object.fromEntries(form.parameters);
		const at = this.settings.now();
		this.settings.rollout?.advance(at);
		const index = ++this.requestsOfPlan;
		const fault = this.plan?.({ index, action, parameters });
		const judgement = judge(respondent, received, fault);
		const { outcome, code, answer } = judgement;
		const bytes = Buffer.byteLength(url);
		const status = answer?.status ?? 0;
		const entry = { at, method, url, bytes, parameters, action, outcome, code, status };
		this.log.push(entry);
		this.settings.onRequest?.(entry);
		return judgement;
	}
}
