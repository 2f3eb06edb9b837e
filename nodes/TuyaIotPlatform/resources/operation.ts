import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** One operation of the node: the fields it shows and what it does, together. */
export interface Operation {
	readonly fields: INodeProperties[];
	/** Handles all input items; returns the output items, each paired to the items it came from. */
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[]>;
}
