import { DEVICE } from './device';
import type { ActionFacts } from './facts';
import { OTA_JOB } from './otaJob';
import { OTA_MODULE } from './otaModule';
import { OTA_PACKAGE } from './otaPackage';
import { OTA_TASK } from './otaTask';
import { PRODUCT } from './product';
import { THING_MODEL } from './thingModel';

export type {
	ActionFacts,
	Effect,
	ListFacts,
	PagingFacts,
	ParameterFacts,
	ParameterType,
} from './facts';

const TABLE = {
	...OTA_TASK,
	...OTA_JOB,
	...OTA_PACKAGE,
	...OTA_MODULE,
	...PRODUCT,
	...DEVICE,
	...THING_MODEL,
};

/** Name of a documented action, as written on the wire. */
export type ActionName = keyof typeof TABLE;

/**
 * Every action of the cloud API that the platform's own pages document, by name on the wire. Where those
 * pages differ from Alibaba Cloud's, whose API the platform follows, the platform's count, and of those
 * the Chinese originals; each action names the page it was read on. A parameter that Alibaba Cloud's own endpoint
 * alone takes is marked with `needsRegion`.
 */
export const ACTIONS: Readonly<Record<ActionName, ActionFacts>> = TABLE;

/** Whether the platform documents an action of this name; letter case counts. */
export function isAction(name: string): name is ActionName {
	return Object.hasOwn(ACTIONS, name);
}
