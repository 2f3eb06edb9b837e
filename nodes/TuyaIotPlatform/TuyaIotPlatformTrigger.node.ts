import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { tuyaIotPlatformApiTest } from './methods/credentialTest';
import { listSearch } from './methods/listSearch';
import { triggerHint } from './shared/builderHints';
import { subtitleOf } from './shared/subtitle';
import { triggerProperties } from './trigger/fields';
import { pollOnce } from './trigger/pollOnce';

/** Starts a workflow when a firmware roll-out on Tuya's IoT platform goes wrong or well, fails or ends. */
export class TuyaIotPlatformTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tuya IoT Platform Trigger',
		name: 'tuyaIotPlatformTrigger',
		icon: { light: 'file:tuyaIotPlatform.svg', dark: 'file:tuyaIotPlatform.dark.svg' },
		group: ['trigger'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: subtitleOf('"ota " + $parameter.event'),
		description:
			'Starts when an OTA (firmware update) roll-out goes wrong or well, a device fails or a job ends',
		defaults: { name: 'Tuya IoT Platform Trigger' },
		activationMessage:
			'The roll-outs that you watch are now looked at regularly. Unless Start With says otherwise, what happens from now on starts the workflow.',
		hints: [
			{
				message:
					'A test shows what is there now, also if nothing is wrong yet. Once the workflow is active, only what is new starts it, unless you add Start With under Options.',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
			},
		],
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'tuyaIotPlatformApi', required: true, testedBy: 'tuyaIotPlatformApiTest' },
		],
		builderHint: triggerHint,
		properties: triggerProperties,
	};

	methods = { credentialTest: { tuyaIotPlatformApiTest }, listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOnce(this);
	}
}
