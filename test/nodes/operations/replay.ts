import { ACTIONS, isRecord } from '../../../platform';
import { startEmulator } from '../../emulator/emulator';
import type { Emulator } from '../../emulator/emulator';
import { call, codeOf } from '../../emulator/testing';
import type { AnswerTree } from '../../emulator/testing';
import type { Engine } from '../../engine/engine';
import { operationsOn, ownParameters } from './bench';
import { runOn } from './runVariant';
import type { Variant } from './variant';

type Sent = Readonly<Record<string, string>>;

/** What the node sends to an emulator that has not carried it out yet. */
interface Taken {
	readonly emulator: Emulator;
	/** The action's own parameters, and the region where one was named. */
	readonly sent: Sent;
}

/** A request of the node, which a client that is not the node's sends with other parameters. */
export class Replay {
	private isCarriedOut = false;

	private constructor(
		private readonly engine: Engine,
		private readonly variant: Variant,
		private taken: Taken,
	) {}

	/** Takes down the request of a way to fill in an operation. */
	static async of(engine: Engine, variant: Variant): Promise<Replay> {
		return new Replay(engine, variant, await take(engine, variant));
	}

	/** Whether it has a parameter, be it a list. */
	has(name: string): boolean {
		return Object.keys(this.taken.sent).some((key) => isOf(key, name));
	}

	/** The answer to it as it is. */
	async answer(): Promise<AnswerTree> {
		const { emulator, sent } = await this.fresh();
		this.isCarriedOut = true;
		return await call(emulator, this.variant.action, sent, 'POST');
	}

	/** The code with which it is refused, a parameter having these values or none; empty when it is answered. */
	async refusal(name: string, values: readonly string[], isList: boolean): Promise<string> {
		const { action } = this.variant;
		const { emulator, sent } = await this.fresh();
		const others = Object.entries(sent).filter(([key]) => !isOf(key, name));
		const own = values.map((value, at) => [isList ? `${name}.${at + 1}` : name, value]);
		const parameters = Object.fromEntries([...others, ...own]);
		const code = await codeOf(emulator, action, parameters, 'POST');
		if (emulator.log.at(-1)?.action !== action) throw new Error(`${action} did not arrive`);
		this.isCarriedOut ||= code === '';
		return String(code);
	}

	async stop(): Promise<void> {
		await this.taken.emulator.stop();
	}

	/** An emulator as it was before, where something may have been made or changed since. */
	private async fresh(): Promise<Taken> {
		if (this.isCarriedOut && ACTIONS[this.variant.action].effect !== 'read') {
			await this.stop();
			this.taken = await take(this.engine, this.variant);
			this.isCarriedOut = false;
		}
		return this.taken;
	}
}

async function take(engine: Engine, variant: Variant): Promise<Taken> {
	const { action } = variant;
	const emulator = await startEmulator();
	const { log } = await runOn(operationsOn(engine, emulator), variant, {
		parameters: { options: { maxAttempts: 1 } },
		ready: () =>
			emulator.setFaults((seen) => (seen.action === action ? { kind: 'reset' } : undefined)),
	});
	emulator.setFaults(undefined);
	const entry = log.find((one) => one.action === action);
	if (!entry) {
		await emulator.stop();
		throw new Error(`${variant.operation}, given ${variant.given}, sent no ${action}`);
	}
	const { RegionId } = entry.parameters;
	return { emulator, sent: { ...(RegionId && { RegionId }), ...ownParameters(entry) } };
}

function isOf(key: string, name: string): boolean {
	return key === name || (key.startsWith(`${name}.`) && /\.\d+$/.test(key));
}

/** What an answer holds under these keys, each with a small first letter there. */
export function valueAt(answer: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (isRecord(value) ? value[key.charAt(0).toLowerCase() + key.slice(1)] : value),
		answer,
	);
}
