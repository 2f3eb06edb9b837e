import './environment';
import 'reflect-metadata';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	IRun,
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { LoggerProxy, Workflow } from 'n8n-workflow';
import { OneCredential } from './credentialsHelper';
import { Log } from './log';
import { BuiltPackage, MANUAL_TRIGGER } from './nodeTypes';
import { startOf } from './workflowFile';

/** What came of an execution. */
export interface Execution {
	/** What the last node that ran handed on, by its outputs: [success], or [success, error]. */
	readonly outputs: readonly INodeExecutionData[][];
	/** The error that ended the workflow; undefined when it went through. */
	readonly error: ITaskData['error'];
	readonly hints: readonly NodeExecutionHint[];
	/** The whole run as n8n would store it. */
	readonly run: IRun;
	/** Everything that n8n and the node logged. */
	readonly log: readonly string[];
}

/** An execution that is under way. */
export interface StartedExecution {
	readonly finished: Promise<Execution>;
	/** Stops it as the user's "Stop" button does. */
	stop(): void;
}

/** The choices that the editor asks for. */
export interface AskedChoices {
	/** Name of the list. */
	readonly method: string;
	/** What the node's fields hold at the moment. */
	readonly parameters: INodeParameters;
	/** What the user has typed. */
	readonly filter?: string;
	/** What the page before gave. */
	readonly token?: string;
}

const log = new Log();

/** n8n's engine with this package in it. */
export class Engine {
	private constructor(readonly types: BuiltPackage) {}

	/**
	 * @param onLogLine told of each line logged, but for debug lines
	 * @param standIns nodes that workflows may hold beside those of the package, by type
	 */
	static async load(
		onLogLine?: (line: string) => void,
		standIns: Readonly<Record<string, INodeType>> = {},
	): Promise<Engine> {
		log.onLine = onLogLine;
		Container.set(Logger, log as never);
		LoggerProxy.init(log);
		return new Engine(await BuiltPackage.load(standIns));
	}

	/** Everything that n8n and the nodes have logged so far. */
	get logLines(): readonly string[] {
		return log.lines;
	}

	/** Runs a workflow to its end. Never throws for what goes wrong in the workflow. */
	async run(
		workflow: IWorkflowBase,
		credential: ICredentialDataDecryptedObject,
		items?: INodeExecutionData[],
	): Promise<Execution> {
		return await this.start(workflow, credential, items).finished;
	}

	/** @param items what the trigger hands on; else its pinned data, else one empty item */
	start(
		workflowData: IWorkflowBase,
		credential: ICredentialDataDecryptedObject,
		items?: INodeExecutionData[],
	): StartedExecution {
		const trigger = startOf(workflowData);
		const pinned = items ?? workflowData.pinData?.[trigger.name];
		// A trigger of this package polls by itself, unless its items are given.
		const needsItems = trigger.type === MANUAL_TRIGGER || pinned !== undefined;
		const pinData = {
			...workflowData.pinData,
			...(needsItems ? { [trigger.name]: pinned ?? [{ json: {} }] } : {}),
		};
		const workflow = new Workflow({ ...workflowData, nodeTypes: this.types, active: false });
		const startNode = workflow.getNode(trigger.name) ?? undefined;
		const hooks = new ExecutionLifecycleHooks('manual', '1', workflowData);
		const firstLine = log.lines.length;
		const additionalData = this.additionalData(hooks, credential);
		const running = new WorkflowExecute(additionalData, 'manual').run({
			workflow,
			startNode,
			pinData,
		});
		const finished = running.then((run) => ({ ...readRun(run), log: log.lines.slice(firstLine) }));
		return { finished, stop: () => running.cancel() };
	}

	/** Asks a node for the choices of a list, as the editor does while a user looks at its fields. */
	async choices(
		workflowData: IWorkflowBase,
		credential: ICredentialDataDecryptedObject,
		{ method, parameters, filter, token }: AskedChoices,
	): Promise<INodeListSearchResult> {
		const workflow = new Workflow({ ...workflowData, nodeTypes: this.types, active: false });
		const node = workflowData.nodes.at(-1);
		const search = node && this.types.getByName(node.type).methods?.listSearch?.[method];
		if (!node || !search) throw new TypeError(`No node has a list named ${method}`);
		const hooks = new ExecutionLifecycleHooks('manual', '1', workflowData);
		const additionalData = this.additionalData(hooks, credential);
		additionalData.currentNodeParameters = parameters;
		const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
		return await search.call(context, filter, token);
	}

	/** What n8n gives to an execution. */
	additionalData(
		hooks: ExecutionLifecycleHooks,
		credential: ICredentialDataDecryptedObject,
	): IWorkflowExecuteAdditionalData {
		const url = 'http://127.0.0.1:5678';
		const type = this.types.credential('tuyaIotPlatformApi');
		const data = {
			credentialsHelper: new OneCredential(type, credential),
			hooks,
			executionId: '1',
			currentNodeExecutionIndex: 0,
			variables: {},
			setExecutionStatus: () => {},
			logAiEvent: () => {},
			instanceBaseUrl: url,
			restApiUrl: url,
			formBaseUrl: url,
			formWaitingBaseUrl: url,
			formTestBaseUrl: url,
			webhookBaseUrl: url,
			webhookWaitingBaseUrl: url,
			webhookTestBaseUrl: url,
			mcpBaseUrl: url,
			mcpTestBaseUrl: url,
		};
		// Sub-workflows, agents and task runners are not part of this engine, so what serves them is absent.
		return data as unknown as IWorkflowExecuteAdditionalData;
	}
}

/** What a test looks at, taken out of a run. */
export function readRun(run: IRun): Omit<Execution, 'log'> {
	const { resultData } = run.data;
	const last = resultData.runData[resultData.lastNodeExecuted ?? '']?.at(-1);
	return {
		outputs: (last?.data?.main ?? []).map((items) => items ?? []),
		error: resultData.error,
		hints: last?.hints ?? [],
		run,
	};
}
