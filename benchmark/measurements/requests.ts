import { planCancellation } from '../../platform';
import type { CancelPlan } from '../../platform';
import { DEMO } from '../../test/emulator/fleet/fleets';
import { connectionTo } from '../../test/support/connections';
import { deviceNames } from '../contestants/contestant';
import { NAMES } from './plan';

/** The requests that cancel so many devices, as the node plans them. */
export function requestsFor(devices: number): CancelPlan['requests'] {
	const target = { ...DEMO, item: 0, deviceNames: deviceNames(devices) };
	const connection = connectionTo('example.com', { method: 'POST' });
	return planCancellation([target], connection, { devicesPerRequest: NAMES }).requests;
}
