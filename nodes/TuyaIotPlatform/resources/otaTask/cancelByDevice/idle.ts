import type { INodeExecutionData } from 'n8n-workflow';

/** What goes out for an item whose list of devices is empty: that nothing was to be done. */
export function idleItem(itemIndex: number): INodeExecutionData {
	return {
		json: {
			outcome: 'nothingToDo',
			deviceNames: [],
			message: 'No device is named, so nothing was sent.',
		},
		pairedItem: { item: itemIndex },
	};
}
