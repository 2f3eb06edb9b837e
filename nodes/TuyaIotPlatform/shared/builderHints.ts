import type { IBuilderHint } from 'n8n-workflow';

// What n8n's AI builder reads when it looks for nodes, word for word. No expressions: they would be taken for parameters.

const PACKAGE = 'n8n-nodes-tuya-iot-platform';

/** Of the node. */
export const nodeHint: IBuilderHint = {
	searchHint:
		'Use it to stop, watch or put right firmware updates (OTA) of devices on a Tuya IoT platform instance (Hedwig on Cloud). To stop a roll-out when an alert names devices, use OTA Task > Cancel by Device with the product key, the package ID, the job ID and the device names, all of them in one item as a list or as text separated by commas: do not loop over devices, the node sends the fewest requests. It is not for the Tuya OpenAPI of smart home devices.',
	relatedNodes: [
		{
			nodeType: `${PACKAGE}.tuyaIotPlatformTrigger`,
			relationHint:
				'Starts the workflow when a roll-out goes wrong: simpler than a Schedule Trigger that reads jobs',
		},
		{
			nodeType: 'n8n-nodes-base.webhook',
			relationHint: 'Takes the alert of a monitoring system that names the devices to cancel',
		},
	],
};

/** Of the trigger. */
export const triggerHint: IBuilderHint = {
	searchHint:
		'Use it to start a workflow when a firmware roll-out (OTA job) goes wrong or well, a device fails or a job ends. It polls, remembers what it has told, and hands on productKey, firmwareId and jobId, and when a job goes wrong the deviceNames that can still be cancelled: the fields of the Tuya IoT Platform node take them as they are. Nothing has to be compared or deduplicated after it.',
	relatedNodes: [
		{
			nodeType: `${PACKAGE}.tuyaIotPlatform`,
			relationHint:
				'Stops what goes wrong: OTA Task > Cancel by Device or Cancel by Job with the IDs of the item',
		},
	],
};
