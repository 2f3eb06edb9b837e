import type { Action } from './action';
import { batchGetDeviceState } from './BatchGetDeviceState';
import { batchQueryDeviceDetail } from './BatchQueryDeviceDetail';
import { cancelOtaTaskByDevice } from './CancelOTATaskByDevice';
import { cancelOtaTaskByJob } from './CancelOTATaskByJob';
import { confirmOtaTask } from './ConfirmOTATask';
import { createOtaFirmware } from './CreateOTAFirmware';
import { createOtaModule } from './CreateOTAModule';
import { createOtaStaticUpgradeJob } from './CreateOTAStaticUpgradeJob';
import { createOtaVerifyJob } from './CreateOTAVerifyJob';
import { deleteOtaFirmware } from './DeleteOTAFirmware';
import { deleteOtaModule } from './DeleteOTAModule';
import { generateOtaUploadUrl } from './GenerateOTAUploadURL';
import { getDeviceStatus } from './GetDeviceStatus';
import { listOtaFirmware } from './ListOTAFirmware';
import { listOtaJobByDevice } from './ListOTAJobByDevice';
import { listOtaJobByFirmware } from './ListOTAJobByFirmware';
import { listOtaModuleByProduct } from './ListOTAModuleByProduct';
import { listOtaModuleVersionsByDevice } from './ListOTAModuleVersionsByDevice';
import { listOtaTaskByJob } from './ListOTATaskByJob';
import { listOtaUnfinishedTaskByDevice } from './ListOTAUnfinishedTaskByDevice';
import { modifyOtaFirmware } from './ModifyOTAFirmware';
import { queryDevice } from './QueryDevice';
import { queryDeviceDetail } from './QueryDeviceDetail';
import { queryOtaFirmware } from './QueryOTAFirmware';
import { queryOtaJob } from './QueryOTAJob';
import { queryProduct } from './QueryProduct';
import { queryProductList } from './QueryProductList';
import { updateOtaModule } from './UpdateOTAModule';

/** The actions on offer; names are case-sensitive, as on the platform. */
const ACTIONS: ReadonlyMap<string, Action> = new Map([
	['BatchGetDeviceState', batchGetDeviceState],
	['BatchQueryDeviceDetail', batchQueryDeviceDetail],
	['CancelOTATaskByDevice', cancelOtaTaskByDevice],
	['CancelOTATaskByJob', cancelOtaTaskByJob],
	['ConfirmOTATask', confirmOtaTask],
	['CreateOTAFirmware', createOtaFirmware],
	['CreateOTAModule', createOtaModule],
	['CreateOTAStaticUpgradeJob', createOtaStaticUpgradeJob],
	['CreateOTAVerifyJob', createOtaVerifyJob],
	['DeleteOTAFirmware', deleteOtaFirmware],
	['DeleteOTAModule', deleteOtaModule],
	['GenerateOTAUploadURL', generateOtaUploadUrl],
	['GetDeviceStatus', getDeviceStatus],
	['ListOTAFirmware', listOtaFirmware],
	['ListOTAJobByDevice', listOtaJobByDevice],
	['ListOTAJobByFirmware', listOtaJobByFirmware],
	['ListOTAModuleByProduct', listOtaModuleByProduct],
	['ListOTAModuleVersionsByDevice', listOtaModuleVersionsByDevice],
	['ListOTATaskByJob', listOtaTaskByJob],
	['ListOTAUnfinishedTaskByDevice', listOtaUnfinishedTaskByDevice],
	['ModifyOTAFirmware', modifyOtaFirmware],
	['QueryDevice', queryDevice],
	['QueryDeviceDetail', queryDeviceDetail],
	['QueryOTAFirmware', queryOtaFirmware],
	['QueryOTAJob', queryOtaJob],
	['QueryProduct', queryProduct],
	['QueryProductList', queryProductList],
	['UpdateOTAModule', updateOtaModule],
]);

/** The names of all actions on offer. */
export function actionNames(): string[] {
	return [...ACTIONS.keys()];
}

/** Whether the instance offers an action of this name. */
export function hasAction(name: string): boolean {
	return ACTIONS.has(name);
}

/** The action of this name. */
export function findAction(name: string): Action | undefined {
	return ACTIONS.get(name);
}
