import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { tuyaIotPlatformApiTest } from './methods/credentialTest';
import { listSearch } from './pickers';
import { findOperation, properties } from './resources';

/** Speaks to the cloud API of Tuya's IoT platform, above all to stop firmware roll-outs. */
export class TuyaIotPlatform implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tuya IoT Platform',
		name: 'tuyaIotPlatform',
		icon: { light: 'file:tuyaIotPlatform.svg', dark: 'file:tuyaIotPlatform.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description: "Stop and steer firmware roll-outs (OTA) on Tuya's IoT platform",
		defaults: { name: 'Tuya IoT Platform' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'tuyaIotPlatformApi', required: true, testedBy: 'tuyaIotPlatformApiTest' },
		],
		properties,
	};

	methods = { credentialTest: { tuyaIotPlatformApiTest }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const name = this.getNodeParameter('operation', 0);
		const operation = findOperation(resource, name);
		if (!operation) {
			throw new NodeOperationError(
				this.getNode(),
				`This version of the node has no operation "${name}" for the resource "${resource}"`,
				{ description: 'Choose resource and operation again, or update the package.' },
			);
		}
		return [await operation.execute(this)];
	}
}
