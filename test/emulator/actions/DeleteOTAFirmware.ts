import { UNFINISHED } from '../fleet/records';
import type { Action } from './action';
import { requiredPackage } from './inputs';
import { ensure } from './values';

/** Deletes a package that no device is being updated to (the platform's page DeleteOTAFirmware). */
export const deleteOtaFirmware: Action = ({ fleet, parameters }) => {
	const { firmwareId } = requiredPackage(parameters, fleet);
	const isInUse = fleet
		.jobsOfPackage(firmwareId)
		.some(({ jobId }) =>
			fleet.tasksOfJob(jobId).some(({ taskStatus }) => UNFINISHED.includes(taskStatus)),
		);
	ensure(!isInUse, 'iot.firmware.DeleteFirmwareFailure', 'Devices are being updated to it');
	fleet.removePackage(firmwareId);
	return {};
};
