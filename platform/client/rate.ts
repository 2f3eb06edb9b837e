import { ACTIONS, isAction } from '../catalog';

/** Requests of an action that may leave in a second: the rate asked for, or the action's own if that is smaller. */
export function rateOf(action: string, asked: number): number {
	return Math.min(asked, (isAction(action) && ACTIONS[action].requestsPerSecond) || asked);
}
