import type { ContestantKey } from './contestants';
import type { UnderWayKey } from './contestants/underWay';
import type { Machine } from './machine';
import type { Growth } from './measurements/growth';
import type { Limited } from './measurements/limited';
import type { Plan } from './measurements/plan';
import type { Signing } from './measurements/signing';
import type { Together } from './measurements/together';
import type { UnderWay } from './measurements/underWay';
import type { Unlimited } from './measurements/unlimited';

/** Everything that was measured. */
export interface Measurements {
	readonly plan: Plan;
	readonly underWay: Readonly<Record<UnderWayKey, UnderWay>>;
	readonly together: readonly Together[];
	readonly limited: Readonly<Record<ContestantKey, Limited>>;
	readonly unlimited: Readonly<Record<ContestantKey, Unlimited>>;
	readonly growth: Growth;
	readonly signing: Signing;
}

/** Something that this package promises, and what was measured of it. */
export interface Claim {
	readonly claim: string;
	readonly measured: string;
	readonly holds: boolean;
}

/** What results.json holds. */
export interface Results extends Measurements {
	/** ISO 8601, UTC. */
	readonly date: string;
	readonly machine: Machine;
	/** Of the packages compared and of what they run on, by name. */
	readonly versions: Readonly<Record<string, string>>;
	readonly claims: readonly Claim[];
}
