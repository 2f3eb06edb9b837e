/* eslint-disable @n8n/community-nodes/require-node-api-error -- no node: nothing here runs in n8n */
import type { ActionCall, CallAction, CallOutcome } from '../../platform/client/callAction';
import type { CallFault } from '../../platform/errors/faults';
import { toWire } from '../../platform/signing/request';
import { findAction } from '../emulator/actions';
import type { Fleet } from '../emulator/fleet/fleet';
import { toPascal } from '../emulator/http/json';
import { settingsFrom } from '../emulator/options';
import type { EmulatorOptions, Settings } from '../emulator/options';
import { BusinessRefusal } from '../emulator/gate/refusals';
import { ObjectStorage } from '../emulator/storage/storage';
import { refusedFault } from './refusedFault';

/** The emulator's actions without a wire: for tests that ask more often than sockets allow. */
export class FleetPlatform {
	/** Every call, in its order. */
	readonly calls: ActionCall[] = [];
	/** Jobs that the platform acts as if it did not know. */
	readonly hidden = new Set<string>();
	/** Told of each call, numbered from 1 since it was set; a fault is what comes of it. */
	private plan: (call: number) => CallFault | undefined = () => undefined;
	private planned = 0;

	private readonly settings: Settings;
	private readonly storage: ObjectStorage;

	constructor(
		readonly fleet: Fleet,
		options: EmulatorOptions = {},
	) {
		this.settings = settingsFrom({ ...options, fleet });
		this.storage = new ObjectStorage('http://127.0.0.1', this.settings.now);
	}

	setFaults(plan: (call: number) => CallFault | undefined): void {
		this.plan = plan;
		this.planned = 0;
	}

	readonly call: CallAction = async (asked) => {
		this.calls.push(asked);
		const fault = this.plan(++this.planned);
		if (fault) return { ok: false, fault, attempts: 1, inDoubt: false };
		try {
			return this.answer(asked);
		} catch (error) {
			if (!(error instanceof BusinessRefusal)) throw error;
			return { ok: false, fault: refused(error.code), attempts: 1, inDoubt: false };
		}
	};

	private answer({ action, parameters }: ActionCall): CallOutcome {
		const carryOut = findAction(action);
		if (!carryOut) throw new Error(`The emulator has no action ${action}`);
		const wire = toWire(parameters);
		if (this.hidden.has(wire.JobId ?? '')) {
			throw new BusinessRefusal('iot.firmware.InvalidOTAJobId', 'There is no such job');
		}
		const answer = carryOut({
			parameters: new Map(Object.entries(wire)),
			fleet: this.visible(),
			storage: this.storage,
			settings: this.settings,
		});
		const json = toPascal({ ...answer, code: '', requestId: '1', success: true });
		return { ok: true, answer: { json, requestId: '1' }, attempts: 1, inDoubt: false };
	}

	/** The fleet with its hidden jobs left out of the list of jobs. */
	private visible(): Fleet {
		if (this.hidden.size === 0) return this.fleet;
		const jobsOfPackage = (firmwareId: string) =>
			this.fleet.jobsOfPackage(firmwareId).filter(({ jobId }) => !this.hidden.has(jobId));
		return new Proxy(this.fleet, {
			get: (fleet, name) => {
				if (name === 'jobsOfPackage') return jobsOfPackage;
				const value: unknown = Reflect.get(fleet, name, fleet);
				return typeof value === 'function' ? value.bind(fleet) : value;
			},
		});
	}
}

/** A no of the platform. */
export function refused(code: string): CallFault {
	return refusedFault(code, { requestId: '1' });
}

/** A connection that was closed before an answer came. */
export const RESET: CallFault = { kind: 'network', reason: 'reset', cause: 'ECONNRESET' };
