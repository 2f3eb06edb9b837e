/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { reach } from './reachable';

const request = z.object({
	messages: z.array(z.object({ role: z.string(), content: z.unknown() }).passthrough()),
	tools: z.array(z.object({ function: z.object({ name: z.string() }).passthrough() })).default([]),
});

/** A turn of a chat, as the model is asked for it. */
export type ChatRequest = z.output<typeof request>;

/** What the model says, or the tool that it wants called. */
export type ChatAnswer =
	| { readonly say: string }
	| { readonly tool: string; readonly values: Readonly<Record<string, string>> };

/** A chat model that follows a script and speaks the protocol of OpenAI's chat completions. */
export interface ChatModel {
	/** With its version, e.g. http://127.0.0.1:12345/v1 */
	readonly url: string;
	readonly requests: readonly ChatRequest[];
	stop(): Promise<void>;
}

/** @param script the answers, turn by turn */
export async function startChatModel(script: readonly ChatAnswer[]): Promise<ChatModel> {
	const requests: ChatRequest[] = [];
	const server = createServer((incoming, outgoing) => {
		void read(incoming).then((asked) => {
			requests.push(asked);
			const answer = script[requests.length - 1] ?? { say: 'The script is at its end.' };
			outgoing.setHeader('Content-Type', 'application/json');
			outgoing.end(JSON.stringify(completion(answer)));
		});
	});
	const { host, advertisedHost } = reach();
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	const address = server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	return {
		url: `http://${advertisedHost}:${port}/v1`,
		requests,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function read(incoming: IncomingMessage): Promise<ChatRequest> {
	return request.parse(JSON.parse(await text(incoming)));
}

function completion(answer: ChatAnswer) {
	const isCall = 'tool' in answer;
	const call = (name: string, values: Readonly<Record<string, string>>) => ({
		id: `call_${name}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(values) },
	});
	const message = isCall
		? { role: 'assistant', content: null, tool_calls: [call(answer.tool, answer.values)] }
		: { role: 'assistant', content: answer.say };
	return {
		id: 'chatcmpl-test',
		object: 'chat.completion',
		created: 1,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: isCall ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
