import type { Fleet } from '../fleet/fleet';
import type { JsonObject } from '../http/json';
import type { Settings } from '../options';
import type { ObjectStorage } from '../storage/storage';

/** What an action works on. */
export interface ActionContext {
	parameters: ReadonlyMap<string, string>;
	fleet: Fleet;
	/** where the files of packages are uploaded to */
	storage: ObjectStorage;
	settings: Pick<
		Settings,
		'listShape' | 'pages' | 'totals' | 'partialCancel' | 'cancelDelay' | 'ignoresNames' | 'now'
	>;
}

/**
 * Carries an action out and gives the fields of its answer beside the envelope's, keys in lower
 * camel case; throws a BusinessRefusal (or GatewayRefusal) to say no.
 */
export type Action = (context: ActionContext) => JsonObject;
