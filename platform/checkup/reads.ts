import { ACTIONS, isAction } from '../catalog';
import type { ActionName } from '../catalog';
import type { ActionParameters } from '../catalog/actionParameters';
import { readText } from '../json';
import type { JsonObject } from '../json';

/** Records that a page is asked for: with more in the list, it shows whether the size is honoured. */
export const PAGE_SIZE = 2;

/** No ID of the platform looks like it. */
export const NOWHERE = 'check-instance-none';

/** Those whose answers the others need, and the one that is asked for what cannot exist. */
const FIRST: readonly ActionName[] = [
	...(['ListOTAFirmware', 'QueryOTAFirmware', 'QueryProductList', 'QueryDevice'] as const),
	...(['ListOTAJobByFirmware', 'ListOTATaskByJob'] as const),
];

/** Every action that reads, in the order in which they are asked. */
export const READ_ACTIONS: readonly ActionName[] = [
	...FIRST,
	...Object.keys(ACTIONS)
		.filter(isAction)
		.filter((action) => ACTIONS[action].effect === 'read' && !FIRST.includes(action)),
];

/** The read that is asked for an ID that cannot exist, to see a refusal. */
const REFUSED: ActionName = 'QueryOTAFirmware';

/** What names a product, package, job or device on the wire. */
const IDS = ['ProductKey', 'FirmwareId', 'JobId', 'DeviceName'] as const;

/** The IDs that answers have shown, the first of each kind. Where there is none, a read asks for what is nowhere. */
export class KnownIds {
	private readonly ids = new Map<string, string>();

	learn(records: readonly JsonObject[]): void {
		for (const record of records) {
			for (const name of IDS) {
				const id = readText(record, name);
				if (id !== '' && !this.ids.has(name)) this.ids.set(name, id);
			}
		}
	}

	/** The parameters of a read: those that it needs, a device within its product, and the first page. */
	parametersFor(action: ActionName): ActionParameters {
		const { parameters, list } = ACTIONS[action];
		const isOfDevice = 'DeviceName' in parameters;
		const named = Object.entries(parameters).flatMap(([name, { required, type }]) => {
			const isNeeded = required ?? (isOfDevice && (name === 'ProductKey' || name === 'DeviceName'));
			if (!isNeeded || type === 'integer') return [];
			const id = (action === REFUSED ? undefined : this.ids.get(name)) ?? NOWHERE;
			return [[name, type === 'textList' ? [id] : id] as const];
		});
		const paging = list?.paging ? { CurrentPage: 1, PageSize: PAGE_SIZE } : {};
		return { ...Object.fromEntries(named), ...paging };
	}
}
