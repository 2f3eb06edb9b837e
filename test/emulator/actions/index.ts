import type { Action } from './action';
import { cancelOtaTaskByDevice } from './CancelOTATaskByDevice';
import { listOtaFirmware } from './ListOTAFirmware';
import { listOtaJobByDevice } from './ListOTAJobByDevice';
import { listOtaJobByFirmware } from './ListOTAJobByFirmware';
import { listOtaTaskByJob } from './ListOTATaskByJob';
import { listOtaUnfinishedTaskByDevice } from './ListOTAUnfinishedTaskByDevice';
import { queryProductList } from './QueryProductList';

/** The actions on offer; names are case-sensitive, as on the platform. */
const ACTIONS: ReadonlyMap<string, Action> = new Map([
	['CancelOTATaskByDevice', cancelOtaTaskByDevice],
	['ListOTAFirmware', listOtaFirmware],
	['ListOTAJobByDevice', listOtaJobByDevice],
	['ListOTAJobByFirmware', listOtaJobByFirmware],
	['ListOTATaskByJob', listOtaTaskByJob],
	['ListOTAUnfinishedTaskByDevice', listOtaUnfinishedTaskByDevice],
	['QueryProductList', queryProductList],
]);

/** Whether the instance offers an action of this name. */
export function hasAction(name: string): boolean {
	return ACTIONS.has(name);
}

/** The action of this name. */
export function findAction(name: string): Action | undefined {
	return ACTIONS.get(name);
}
