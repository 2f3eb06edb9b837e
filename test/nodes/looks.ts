import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import type { EmulatorOptions, RequestLogEntry } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import type { Engine } from '../engine/engine';
import { credentialFor, onBench } from './bench';
import { cancelWorkflow } from './workflows';

/** A field that is chosen from a list. */
export const by = (value: string) => ({ __rl: true, mode: 'list', value });

/** The product and the package of the demo fleet. */
export const CHOSEN: INodeParameters = {
	productKey: by(DEMO.productKey),
	firmwareId: by(DEMO.firmwareId),
};

/** A look at a list: what the user has chosen and typed so far, and on which emulator. */
export interface Look {
	readonly on?: EmulatorOptions;
	readonly parameters?: INodeParameters;
	readonly filter?: string;
	/** How often the user scrolls to the end and gets more; default never. */
	readonly scrolls?: number;
	readonly credential?: Record<string, string>;
}

/** What there is to choose from. */
export interface Seen {
	readonly names: string[];
	readonly values: unknown[];
	/** Whether there is more to scroll to. */
	readonly hasMore: boolean;
	readonly log: readonly RequestLogEntry[];
}

/** Looks at a list through the engine, as the editor does. */
export async function look(engine: Engine, method: string, given: Look = {}): Promise<Seen> {
	const { on = {}, parameters = CHOSEN, filter, scrolls = 0, credential } = given;
	const pages: INodeListSearchResult[] = [];
	const log: RequestLogEntry[] = [];
	await onBench(engine, on, async ({ emulator }) => {
		for (let token: string | undefined; pages.length <= scrolls; ) {
			const page = await engine.choices(
				cancelWorkflow(),
				{ ...credentialFor(emulator), ...credential },
				{ method, parameters, filter, token },
			);
			pages.push(page);
			token = typeof page.paginationToken === 'string' ? page.paginationToken : undefined;
			if (token === undefined) break;
		}
		log.push(...emulator.log);
	});
	const results = pages.flatMap((page) => page.results);
	return {
		names: results.map(({ name }) => name),
		values: results.map(({ value }) => value),
		hasMore: pages.at(-1)?.paginationToken !== undefined,
		log,
	};
}
