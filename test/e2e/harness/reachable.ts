import type { Emulator, EmulatorOptions } from '../../emulator/emulator';
import { withEmulator as withLocalEmulator } from '../../emulator/testing';
import { givenServer } from './givenServer';

const LOOPBACK = '127.0.0.1';
const ALL_ADDRESSES = '0.0.0.0';

/** Where a server of a test has to listen, and by which name, so that the n8n under test reaches it. */
export function reach(): { readonly host: string; readonly advertisedHost: string } {
	const name = givenServer()?.emulatorHost;
	return name === undefined
		? { host: LOOPBACK, advertisedHost: LOOPBACK }
		: { host: ALL_ADDRESSES, advertisedHost: name };
}

/** Runs a piece of a test on an emulator that the n8n under test reaches, and stops it afterwards. */
export async function withEmulator<Result>(
	options: EmulatorOptions,
	use: (emulator: Emulator) => Promise<Result>,
): Promise<Result> {
	return await withLocalEmulator({ ...reach(), ...options }, use);
}
