import type { CallFault } from '../errors/faults';
import { blameOf } from './blame';
import type { FoundDevices } from './found';
import type { LookUp } from './lookUp';
import type { ResultOf } from './requestResult';
import { byScope } from './scopes';

/** A request that was refused for a reason that may lie in its devices, and what is known of it. */
export interface Refused {
	readonly result: ResultOf<'failed'>;
	/** Whether its devices were looked up since they were first refused. */
	readonly wasLooked: boolean;
	/** Whether the lists contradict its refusal and the other half's too, as they do when they lag behind. */
	readonly isStuck: boolean;
	readonly found?: FoundDevices;
	readonly lookUpFault?: CallFault;
}

/**
 * Looks up the devices of refused requests, those of one scope together. Where the code does not speak of
 * states, one look tells all that there is to see.
 */
export async function lookAtRefused(
	refused: readonly Refused[],
	lookUp: LookUp,
): Promise<Refused[]> {
	const wanted = refused.filter(
		({ result, wasLooked }) => !wasLooked || blameOf(result.fault) === 'states',
	);
	const seen = new Map<Refused, Pick<Refused, 'found' | 'lookUpFault'>>();
	await Promise.all(
		byScope(wanted, ({ result }) => result.request).map(async (group) => {
			const names = new Set(group.flatMap(({ result }) => result.request.deviceNames));
			const inDoubt = group.some(({ result }) => result.doubt === 'unanswered');
			const { found, fault } = await lookUp.find(group[0].result.request, [...names], inDoubt);
			for (const one of group) seen.set(one, { found, lookUpFault: fault });
		}),
	);
	return refused.map((one) => ({ ...one, ...seen.get(one) }));
}
