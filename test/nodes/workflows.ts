import type { IDataObject, INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';
import { NEWEST_VERSION } from '../../nodes/TuyaIotPlatform/shared/nodeVersions';
import { MANUAL_TRIGGER, PACKAGE } from '../engine/nodeTypes';

/** What a test sets on the node: parameters that replace the usual ones, and the node's error setting. */
export interface NodeSettings {
	readonly parameters?: INodeParameters;
	readonly onError?: INode['onError'];
	/** The version that the node was saved with; the newest unless given. */
	readonly typeVersion?: number;
	/** Whether n8n runs the node a second time when it fails, after 1 ms. */
	readonly retryOnFail?: boolean;
}

/** Takes the job from each item, which then has to name one. */
export const JOB_OF_ITEM = { __rl: true, mode: 'id', value: '={{ $json.jobId }}' };

/** Cancel by Device with what each item names, in every job of the package. */
export const CANCEL_OF_ITEM = {
	resource: 'otaTask',
	operation: 'cancelByDevice',
	productKey: { __rl: true, mode: 'id', value: '={{ $json.productKey }}' },
	firmwareId: { __rl: true, mode: 'id', value: '={{ $json.firmwareId }}' },
	jobId: { __rl: true, mode: 'id', value: '' },
	deviceNames: '={{ $json.deviceNames }}',
};

/** A trigger followed by the node, which cancels what each item names, in every job of the package. */
export function cancelWorkflow({ parameters, ...settings }: NodeSettings = {}): IWorkflowBase {
	return nodeWorkflow({ parameters: { ...CANCEL_OF_ITEM, ...parameters }, ...settings });
}

/** A trigger followed by the node with these parameters, and no others. */
export function nodeWorkflow({
	parameters = {},
	onError,
	typeVersion = NEWEST_VERSION,
	retryOnFail = false,
}: NodeSettings): IWorkflowBase {
	const trigger = node('Trigger', MANUAL_TRIGGER, {});
	const tuya = {
		...node('Tuya', `${PACKAGE}.tuyaIotPlatform`, parameters, CREDENTIALS),
		typeVersion,
		...(onError ? { onError } : {}),
		...(retryOnFail ? { retryOnFail, maxTries: 2, waitBetweenTries: 1 } : {}),
	};
	return { ...inTurn(trigger, tuya), id: '1', name: 'Test', active: false };
}

export const CREDENTIALS = { tuyaIotPlatformApi: { id: '1', name: 'Tuya IoT Platform API' } };

/** A workflow of two nodes, one after the other, but for what names it. */
export function inTurn(first: INode, second: INode) {
	const now = new Date();
	return {
		isArchived: false,
		activeVersionId: null,
		createdAt: now,
		updatedAt: now,
		settings: { executionOrder: 'v1' as const },
		nodes: [first, second],
		connections: {
			[first.name]: { main: [[{ node: second.name, type: 'main' as const, index: 0 }]] },
		},
	};
}

/** A node of a workflow. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	credentials?: INode['credentials'],
): INode {
	const own = credentials ? { credentials } : {};
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters, ...own };
}

/** A trigger followed by the node, which creates a package from the file of each item. */
export function uploadWorkflow(parameters: IDataObject = {}): IWorkflowBase {
	return cancelWorkflow({
		parameters: {
			resource: 'otaPackage',
			operation: 'create',
			productKey: { __rl: true, mode: 'id', value: 'k1nhvyl0001' },
			firmwareName: 'lamp',
			destVersion: '2.0.0',
			...parameters,
		},
	});
}
