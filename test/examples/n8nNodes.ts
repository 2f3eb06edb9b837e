/**
 * The versions of n8n's own nodes that both n8n 1.123.81 and n8n 2.41.1 have, of those that examples use.
 * Read from the descriptions in n8n-nodes-base and @n8n/n8n-nodes-langchain.
 */
export const N8N_NODES: Readonly<Record<string, readonly number[]>> = {
	'n8n-nodes-base.emailSend': [1, 2, 2.1],
	'n8n-nodes-base.extractFromFile': [1, 1.1],
	'n8n-nodes-base.filter': [1, 2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.formTrigger': [1, 2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.httpRequest': [1, 2, 3, 4, 4.1, 4.2, 4.3],
	'n8n-nodes-base.if': [1, 2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.respondToWebhook': [1, 1.1, 1.2, 1.3, 1.4, 1.5],
	'n8n-nodes-base.scheduleTrigger': [1, 1.1, 1.2, 1.3],
	'n8n-nodes-base.set': [1, 2, 3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.splitOut': [1],
	'n8n-nodes-base.stickyNote': [1],
	'n8n-nodes-base.wait': [1, 1.1],
	'n8n-nodes-base.webhook': [1, 1.1, 2, 2.1],
	'@n8n/n8n-nodes-langchain.agent': [
		1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2, 3,
	],
	'@n8n/n8n-nodes-langchain.chatTrigger': [1, 1.1, 1.2, 1.3, 1.4],
};
