import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import { withPart } from '../../benchmark/report/part';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { ACTIONS, isAction } from '../../platform';
import { startEmulator } from '../emulator/emulator';
import type { Client, Told } from './client';
import { iotSdk } from './iotSdk';
import { openApi } from './openApi';
import { popCore } from './popCore';
import { isReadWhole } from './reading';
import { OF_ALIBABA_CLOUD, requestFor } from './requests';

/** Clients that others wrote. */
export const CLIENTS: readonly Client[] = [popCore('GET'), popCore('POST'), openApi, iotSdk];

/** The document that holds the table. */
export const CLIENTS_DOCUMENT = 'docs/CLIENTS.md';

const MARKS = {
	start: '<!-- clients: written by npm run generate -->',
	end: '<!-- end of clients -->',
};

const ROWS = [...Object.keys(ACTIONS), ...Object.keys(OF_ALIBABA_CLOUD)].toSorted();

/** What a client makes of a sound request to an emulator of its own; undefined where there is none to try. */
export async function toldBy(client: Client, action: string): Promise<Told | undefined> {
	const request = requestFor(action);
	if (!request) return undefined;
	await using emulator = await startEmulator({ letterCase: 'pascal' });
	const prepared = await request.prepare?.(emulator);
	return await client.ask(emulator, action, { ...request.asked, ...prepared });
}

/** The document with the table as the clients fill it in now. Throws if it has no place for it. */
export async function withClients(text: string): Promise<string> {
	const head = ['Action', 'This package', ...CLIENTS.map(({ name }) => name), 'Model read here'];
	const rows: string[][] = [];
	for (const action of ROWS) {
		const cells: string[] = [];
		for (const client of CLIENTS) cells.push(cellOf(await toldBy(client, action)));
		rows.push([action, ownCell(action), ...cells, readCell(await isReadWhole(action))]);
	}
	const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
	const written = await format(lines.join('\n'), { parser: 'markdown', plugins: [markdown] });
	return withPart(text, MARKS, written.trimEnd());
}

function cellOf(told: Told | undefined): string {
	if (!told) return 'not tried';
	if (told.kind === 'without') return 'no method';
	if (told.kind === 'refused') return told.code;
	return told.lost.length === 0 ? 'yes' : `yes, without ${told.lost.join(', ')}`;
}

function ownCell(action: string): string {
	const own = resources.flatMap(({ operations }) =>
		operations.flatMap(({ cloudActions }) => (cloudActions === 'any' ? [] : cloudActions)),
	);
	return isAction(action) && own.includes(action) ? 'yes' : 'Call Action';
}

function readCell(isWhole: boolean | undefined): string {
	if (isWhole === undefined) return '';
	return isWhole ? 'yes' : 'no';
}
