import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Shows warnings above the node's output: nothing went wrong, but the user should know. */
export function addHints(context: IExecuteFunctions, messages: Iterable<string>): void {
	const hints = [...messages].map((message): NodeExecutionHint => {
		return { message, type: 'warning', location: 'outputPane' };
	});
	if (hints.length > 0) context.addExecutionHints(...hints);
}
