/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: runs on a developer's computer only */
import type { IWorkflowBase } from 'n8n-workflow';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
} from '../emulator/emulator';
import { checkInstance } from './check';
import { Engine } from './engine';
import type { Execution } from './engine';
import type { Instance } from './settings';
import { readSettings, USAGE } from './settings';
import { readItems, readWorkflow, UnusableFile } from './workflowFile';

// stdout is for the JSON of the output items alone, so everything said to a person goes to stderr.
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
	const settings = readSettings(process.argv.slice(2), process.env);
	const engine = await Engine.load(say);
	if (settings.isCheck) {
		return await withInstance(settings.instance, async (instance) => {
			say(`Checking the instance at ${instance.endpoint} with reads alone ...`);
			const { report, error } = await checkInstance(engine, instance);
			if (error) say(error);
			await print(report);
			return error ? 1 : 0;
		});
	}
	const workflow = override(readWorkflow(settings.workflow, engine.types), settings.overrides);
	const items = settings.input === undefined ? undefined : readItems(settings.input);

	const execution = await withInstance(settings.instance, async (instance) => {
		say(`Running "${workflow.name}" on n8n's engine against ${instance.endpoint} ...`);
		return await engine.run(workflow, { ...instance }, items);
	});
	for (const hint of execution.hints) say(hint.message);
	await print(JSON.stringify(outputOf(execution), null, 2));
	const { error } = execution;
	if (error === undefined) return 0;
	say(`The workflow ended in an error: ${error.message}`);
	if (error.description) say(error.description);
	return 1;
}

/** Calls with the instance given, else with an emulator that lives as long as the call. */
async function withInstance<Outcome>(
	instance: Instance | undefined,
	call: (instance: Instance) => Promise<Outcome>,
): Promise<Outcome> {
	if (instance) return await call(instance);
	const emulator = await startEmulator({
		onRequest: ({ method, action, code, status }) =>
			say(`Emulator: ${method} ${action ?? '?'} -> ${status} ${code || 'success'}`),
	});
	try {
		return await call({
			endpoint: emulator.url,
			accessKeyId: EMULATOR_ACCESS_KEY_ID,
			accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
		});
	} finally {
		await emulator.stop();
	}
}

/** Puts values from the command line into every Cancel by Device node. */
function override(
	workflow: IWorkflowBase,
	overrides: Readonly<Record<string, string>>,
): IWorkflowBase {
	if (Object.keys(overrides).length === 0) return workflow;
	const isCancel = ({ parameters, type }: IWorkflowBase['nodes'][number]) =>
		type.endsWith('.tuyaIotPlatform') &&
		(parameters.operation ?? 'cancelByDevice') === 'cancelByDevice';
	if (!workflow.nodes.some(isCancel)) {
		throw new UnusableFile(
			'The workflow has no Cancel by Device node to put the given values into.',
		);
	}
	const { deviceNames, ...ids } = overrides;
	const parameters = {
		...Object.fromEntries(
			Object.entries(ids).map(([name, value]) => [name, { __rl: true, mode: 'id', value }]),
		),
		...(deviceNames === undefined ? {} : { deviceNames }),
	};
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			isCancel(node) ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		),
	};
}

/** Resolves once the text has left, since the process is ended after it. */
async function print(text: string): Promise<void> {
	await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}

function outputOf({ outputs }: Execution): unknown[] {
	return outputs.flat().map(({ json }) => json);
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		const known = error instanceof UnusableFile || error instanceof TypeError;
		say(known ? `${error.message}\n\n${USAGE}` : String(error));
		process.exit(1);
	},
);
