import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { tuyaIotPlatformApiTest } from './methods/credentialTest';
import { listSearch } from './methods/listSearch';
import { properties } from './resources';
import { executeChosen } from './resources/execute';
import { nodeHint } from './shared/builderHints';
import { NEWEST_VERSION, NODE_VERSIONS } from './shared/nodeVersions';
import { sensitiveFields } from './shared/sensitiveFields';
import { subtitleOf } from './shared/subtitle';

/** Speaks to the cloud API of Tuya's IoT platform, above all to stop firmware roll-outs. */
export class TuyaIotPlatform implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tuya IoT Platform',
		name: 'tuyaIotPlatform',
		icon: { light: 'file:tuyaIotPlatform.svg', dark: 'file:tuyaIotPlatform.dark.svg' },
		group: ['output'],
		version: NODE_VERSIONS,
		defaultVersion: NEWEST_VERSION,
		subtitle: subtitleOf('$parameter.operation + ": " + $parameter.resource'),
		description: "Stop and steer firmware roll-outs (OTA) on Tuya's IoT platform",
		defaults: { name: 'Tuya IoT Platform' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'tuyaIotPlatformApi', required: true, testedBy: 'tuyaIotPlatformApiTest' },
		],
		sensitiveOutputFields: sensitiveFields,
		builderHint: nodeHint,
		properties,
	};

	methods = { credentialTest: { tuyaIotPlatformApiTest }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await executeChosen(this)];
	}
}
