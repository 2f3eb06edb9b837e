/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: measures the CPU of the process */
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IGetNodeParameterOptions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { DEMO } from '../../test/emulator/fleet/fleets';
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
	const { productKey, firmwareId, jobId } = DEMO;
	return deviceNames(devices).map((name) => ({
		json: { productKey, firmwareId, jobId, deviceNames: name },
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

/**
 * Measures the CPU of a node's execute; hands out a reader of the last measurement, ms.
 * @param prepare what is done before, unmeasured, with what execute is given
 */
export function watchExecute(
	node: INodeType,
	prepare: (context: IExecuteFunctions) => IExecuteFunctions,
): () => number {
	const { execute } = node;
	if (!execute) throw new Error('The node has no execute');
	let last = 0;
	node.execute = async function (this: IExecuteFunctions) {
		const context = prepare(this);
		const start = process.cpuUsage();
		try {
			return await execute.call(context);
		} finally {
			last = cpuSince(start);
		}
	};
	return () => last;
}

/**
 * Lets n8n evaluate the four parameters of all items before a node's execute, which then gets them from
 * memory: what execute uses is the node's own work and n8n's HTTP helper, without expressions.
 */
export function evaluateBeforehand(context: IExecuteFunctions): IExecuteFunctions {
	const evaluate = context.getNodeParameter.bind(context);
	const options = { extractValue: true };
	const stored = new Map(
		PARAMETERS.map((name) => [
			name,
			context.getInputData().map((_, item) => evaluate(name, item, '', options)),
		]),
	);
	const getNodeParameter = (
		name: string,
		item: number,
		fallback?: unknown,
		how?: IGetNodeParameterOptions,
	) => {
		const values = how?.extractValue ? stored.get(name) : undefined;
		return values ? values[item] : evaluate(name, item, fallback, how);
	};
	return Object.assign(context, { getNodeParameter });
}
