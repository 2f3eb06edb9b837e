import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ActionName } from '../../../platform';

/** One operation of the node: how it is offered, the fields it shows and what it does, together. */
export interface Operation {
	/** Its value in a workflow; never changes. */
	readonly value: string;
	/** Its value in nodes of version 1, where that is another. */
	readonly earlierValue?: string;
	/** In Title Case, as the list of operations shows it. */
	readonly name: string;
	/** In sentence case, as the list of all things the node can do shows it. */
	readonly action: string;
	/** What it does, for people and for AI agents; one that destroys says so in its first words. */
	readonly description: string;
	/** Every action of the platform that it may call, those that it is for before those on its way; or any at all. */
	readonly cloudActions: readonly ActionName[] | 'any';
	/** Without the rule that shows them for this operation only. */
	readonly fields: readonly INodeProperties[];
	/** Handles all input items; returns the output items, each paired to the items it came from. */
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[]>;
}

/** Something that the platform keeps, and what can be done with it. */
export interface Resource {
	/** Its value in a workflow; never changes. */
	readonly value: string;
	readonly name: string;
	/** The first is the one that the editor chooses. */
	readonly operations: readonly Operation[];
}
