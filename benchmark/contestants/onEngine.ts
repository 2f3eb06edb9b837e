/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: measures the CPU of the process */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { DEMO } from '../../test/emulator/fleets';
import type { Execution } from '../../test/engine/engine';
import { cpuSince } from '../measurements/cpu';
import { deviceNames } from './contestant';
import type { Outcome, Task } from './contestant';

const PARAMETERS = ['productKey', 'firmwareId', 'jobId', 'deviceNames'];

/** The credential that opens the emulator of a task. */
export function credentialFor({ url }: Task): ICredentialDataDecryptedObject {
	return {
		endpoint: url,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	};
}

/** One alert item a device. */
export function itemsFor(devices: number): INodeExecutionData[] {
	const { productKey, firmwareId } = DEMO;
	return deviceNames(devices).map((name) => ({
		json: { productKey, firmwareId, jobId: '', deviceNames: name },
	}));
}

/** Counts what an execution handed on. Throws if it ended in an error. */
export function outcomeOf({ outputs, error }: Execution): Outcome {
	if (error) throw error;
	const items = outputs[0] ?? [];
	const paired = items.filter(({ pairedItem }, index) =>
		[pairedItem ?? []]
			.flat()
			.some((pair) => (typeof pair === 'number' ? pair : pair.item) === index),
	);
	return { outputs: items.length, paired: paired.length };
}

/** Measures the CPU of a node's execute; hands out a reader of the last measurement, ms. */
export function watchExecute(node: INodeType): () => number {
	const { execute } = node;
	if (!execute) throw new Error('The node has no execute');
	let last = 0;
	node.execute = async function (this: IExecuteFunctions) {
		const start = process.cpuUsage();
		try {
			return await execute.call(this);
		} finally {
			last = cpuSince(start);
		}
	};
	return () => last;
}

/** An execute that reads the parameters of Cancel by Device for each item, and does nothing else. */
export async function readAllParameters(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const answer = { code: '', requestId: '', success: true };
	const items = this.getInputData().map((_, item) => {
		for (const name of PARAMETERS) this.getNodeParameter(name, item, '', { extractValue: true });
		return { json: { ...answer }, pairedItem: { item } };
	});
	return [items];
}
