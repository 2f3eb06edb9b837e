import { Container } from '@n8n/di';
import {
	ExecutionLifecycleHooks,
	PollContext,
	PollTriggerExecutor,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	IPollFunctions,
	IWorkflowBase,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type { Engine, Execution } from './engine';
import { readRun } from './engine';
import { startOf } from './workflowFile';

/** What came of one poll of an active workflow. */
export interface PollRun {
	/** The JSON of the items that started an execution; empty when the poll had none. */
	readonly items: readonly IDataObject[];
	/** The execution that they started. */
	readonly execution: Omit<Execution, 'log'> | undefined;
	/** What the poll threw: n8n would make an execution of it and start the error workflow. */
	readonly error: Error | undefined;
}

/**
 * An active workflow that starts with a trigger which polls. n8n's own poll executor runs the node; what
 * n8n's server does around it is done here: static data is saved when a poll has items, and the rest of the
 * workflow runs on them. Time passes only when a test polls.
 */
export class ActiveWorkflow {
	private workflow: Workflow;
	private run: (testing?: boolean) => Promise<void>;
	private saved: string | undefined;
	/** What the poll that runs has handed on and thrown. */
	private readonly emissions: INodeExecutionData[][][] = [];
	private readonly faults: Error[] = [];

	constructor(
		private readonly engine: Engine,
		private readonly data: IWorkflowBase,
		private readonly credential: ICredentialDataDecryptedObject,
		activation: WorkflowActivateMode = 'activate',
	) {
		[this.workflow, this.run] = this.start(activation);
	}

	/** What n8n keeps of the node, as JSON. */
	get staticData(): string {
		return JSON.stringify(this.workflow.getStaticData('node', this.trigger()));
	}

	/** The poll of the activation, which n8n does at once. Throws what keeps it from activating. */
	async activate(): Promise<PollRun> {
		const run = await this.afterwards(async () => await this.run(true));
		this.save();
		return run;
	}

	/** What happens a minute later. */
	async poll(): Promise<PollRun> {
		return await this.afterwards(async () => await this.run());
	}

	/** Ends n8n without warning and starts it again: what it saved last is all there is. */
	async restart(): Promise<PollRun> {
		[this.workflow, this.run] = this.start('init');
		return await this.activate();
	}

	private start(activation: WorkflowActivateMode): [Workflow, () => Promise<void>] {
		const staticData: IDataObject = JSON.parse(this.saved ?? '{}');
		const workflow = this.newWorkflow(staticData);
		const node = this.trigger(workflow);
		const context: IPollFunctions = new PollContext(
			workflow,
			node,
			this.additionalData(),
			'trigger',
			activation,
			(items) => void this.emissions.push(items),
			(error) => void this.faults.push(error),
		);
		const executor = Container.get(PollTriggerExecutor);
		return [workflow, executor.create(workflow, node, context, () => true)];
	}

	private async afterwards(poll: () => Promise<void>): Promise<PollRun> {
		this.emissions.length = 0;
		this.faults.length = 0;
		await poll();
		const [emitted] = this.emissions;
		const [thrown] = this.faults;
		if (!emitted) return { items: [], execution: undefined, error: thrown };
		this.save();
		return {
			items: emitted.flat().map(({ json }) => json),
			execution: await this.execute(emitted),
			error: thrown,
		};
	}

	private async execute(items: INodeExecutionData[][]): Promise<Omit<Execution, 'log'>> {
		const workflow = this.newWorkflow({});
		const node = this.trigger(workflow);
		const runData = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main: items }, source: null }] },
		});
		const execution = new WorkflowExecute(this.additionalData(), 'trigger', runData);
		return readRun(await execution.processRunExecutionData(workflow));
	}

	private save(): void {
		this.saved = JSON.stringify(this.workflow.staticData);
	}

	private newWorkflow(staticData: IDataObject): Workflow {
		const nodeTypes = this.engine.types;
		return new Workflow({ ...this.data, nodeTypes, active: true, staticData });
	}

	private trigger(workflow = this.workflow) {
		const { name } = startOf(this.data);
		const node = workflow.getNode(name);
		if (!node) throw new TypeError(`The workflow has lost its node "${name}"`);
		return node;
	}

	private additionalData() {
		const hooks = new ExecutionLifecycleHooks('trigger', '1', this.data);
		return this.engine.additionalData(hooks, this.credential);
	}
}
