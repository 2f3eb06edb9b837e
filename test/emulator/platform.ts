import { findAction } from './actions';
import {
	businessError,
	gatewayError,
	htmlPage,
	mishap,
	success,
	type Answer,
	type AnswerForm,
} from './http/answers';
import { Gate } from './gate/gate';
import type { Incoming } from './http/incoming';
import type { Settings } from './options';
import { BusinessRefusal, GatewayRefusal, ServerRefusal } from './gate/refusals';
import type { ObjectStorage } from './storage/storage';

/** The instance behind the socket: gate, then action, then the print of the answer. */
export class Platform {
	private readonly gate: Gate;

	constructor(
		private readonly settings: Settings,
		private readonly endpoint: string,
		private readonly storage: ObjectStorage,
	) {
		this.gate = new Gate(settings);
	}

	/** Checks a request and carries its action out. */
	answer(incoming: Incoming): Answer {
		const form = this.formOf(incoming);
		return this.guarded(form, () => {
			this.gate.check(incoming);
			return success(this.carryOut(incoming, form.action), form);
		});
	}

	/** The gate's no to a request, undefined when it would pass; its nonce counts as used then. */
	refusal(incoming: Incoming): Answer | undefined {
		return this.guarded(this.formOf(incoming), () => {
			this.gate.check(incoming);
			return undefined;
		});
	}

	/** How an answer to this request has to be printed. */
	formOf({ form }: Incoming): AnswerForm {
		const { letterCase, bareNumbers, formatDefault } = this.settings;
		const format = (form.parameters.get('Format') ?? formatDefault).toUpperCase();
		const action = form.parameters.get('Action') ?? '';
		return { xml: format === 'XML', letterCase, bareNumbers, action, endpoint: this.endpoint };
	}

	private carryOut({ form }: Incoming, name: string) {
		const action = findAction(name) ?? this.settings.otherActions[name];
		if (action === undefined) throw new Error(`The gate let an unknown action pass: ${name}`);
		const { settings, storage } = this;
		return action({ parameters: form.parameters, fleet: settings.fleet, settings, storage });
	}

	/** Turns a thrown no into its answer. */
	private guarded<T>(form: AnswerForm, work: () => T): T | Answer {
		try {
			return work();
		} catch (error) {
			if (error instanceof ServerRefusal) return htmlPage(error.status, error.message);
			if (error instanceof GatewayRefusal) {
				return gatewayError(error.code, error.message, form, error.status);
			}
			if (error instanceof BusinessRefusal) return businessError(error.code, error.message, form);
			return mishap(error);
		}
	}
}
