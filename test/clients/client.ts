import type { Emulator } from '../emulator/emulator';
import type { Asked } from './requests';

/** What a client makes of an answer. */
export type Told =
	| {
			readonly kind: 'answered';
			/** What it hands its user, by the names on the wire. */
			readonly answer: unknown;
			/** Names of what the platform sent and its user does not get. */
			readonly lost: readonly string[];
	  }
	| { readonly kind: 'refused'; readonly code: string }
	/** It has no such action to call. */
	| { readonly kind: 'without' };

/** A client that others wrote, set up for this platform. */
export interface Client {
	readonly name: string;
	/** Asks an emulator that prints Pascal case. Throws what is neither a yes nor a refusal with a code. */
	ask(emulator: Emulator, action: string, asked: Asked): Promise<Told>;
}

/** What a client throws for a refusal: a code beside the message. */
export function refusedBy(thrown: unknown): Told {
	const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
	if (typeof code !== 'string') throw thrown;
	return { kind: 'refused', code };
}

/** The names under which a value stands on the wire and not among what a client hands on. */
export function lostOf(sent: unknown, handedOn: unknown, name = ''): string[] {
	if (Array.isArray(sent)) {
		const entries: readonly unknown[] = Array.isArray(handedOn) ? handedOn : [];
		return unique(sent.flatMap((one, place) => lostOf(one, entries[place], name)));
	}
	if (typeof sent !== 'object' || sent === null) {
		return String(sent) === String(handedOn) ? [] : [name];
	}
	const got = new Map<string, unknown>(Object.entries(Object(handedOn)));
	return unique(Object.entries(sent).flatMap(([key, value]) => lostOf(value, got.get(key), key)));
}

function unique(names: readonly string[]): string[] {
	return [...new Set(names)];
}
