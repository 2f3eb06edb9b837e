import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, platform, state } from '../meaning';

/** Codes of dynamic jobs, and of updating a device a second time. */
export const JOB_ACTIONS: CodeTable = {
	'iot.firmware.CancelOTAStrategyByJobFailed': platform(
		'The platform did not cancel the rule by which the dynamic job adds devices.',
		NO_OPERATION,
	),
	'iot.firmware.DynamicGrayNotSupported': input(
		'A dynamic job cannot be rolled out to a percentage of devices.',
		NO_OPERATION,
	),
	'iot.firmware.DynamicSpecificNotSupported': input(
		'A dynamic job picks its devices itself and takes no list of them.',
		NO_OPERATION,
	),
	'iot.firmware.GrayAppliesToStaticOnly': input(
		'Rolling out to a percentage of devices works with static jobs only.',
		NO_OPERATION,
	),
	'iot.firmware.InProgressDynamicJobExisted': state(
		'Another dynamic job has not ended yet.',
		'Cancel that job in the console, or let it come to its end first.',
	),
	'iot.firmware.InvalidDynamicMode': input(
		'The platform knows no such mode for dynamic jobs.',
		NO_OPERATION,
	),
	'iot.firmware.InvalidSelectionType': input(
		'The platform takes static and dynamic jobs only, and was sent another kind.',
		NO_OPERATION,
	),
	'iot.firmware.JobHasNoScheduleTime': state(
		'This job was created without a start time.',
		NO_OPERATION,
	),
	'iot.firmware.NotDynamicJob': state(
		'This job is static, so there is no rule for adding devices that could be cancelled.',
		NO_OPERATION,
	),
	'iot.firmware.NullSelectionType': input(
		'The platform was not told whether the job is static or dynamic.',
		NO_OPERATION,
	),
	'iot.firmware.ReUpgradeFailedFirmwareNotVerified': state(
		'The update cannot run a second time before its OTA package has passed verification.',
		NO_OPERATION,
	),
};
