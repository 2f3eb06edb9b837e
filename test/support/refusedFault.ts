import { meaningOf } from '../../platform/errors/codes';
import type { RefusedFault } from '../../platform/errors/faults';

/** A no of the platform, as it is judged: with what its code says. */
export function refusedFault(code: string, changes: Partial<RefusedFault> = {}): RefusedFault {
	return {
		kind: 'refused',
		code,
		meaning: meaningOf(code),
		platformMessage: '',
		requestId: '',
		status: 200,
		json: {},
		...changes,
	};
}
