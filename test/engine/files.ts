/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: puts files where n8n keeps them */
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Readable } from 'node:stream';

/** A file that a test hands to a node. */
export interface TestFile {
	readonly fileName?: string;
	readonly content: Buffer | Readable;
}

/**
 * An item with a file as n8n keeps it.
 * @param mode `filesystem`, n8n's usual one, where an item holds the ID of its file, or `default`, where an
 * item holds the content itself as base64
 */
export async function itemWithFile(
	{ fileName, content }: TestFile,
	mode: 'filesystem' | 'default' = 'filesystem',
	property = 'data',
): Promise<INodeExecutionData> {
	Container.get(BinaryDataConfig).mode = mode;
	const service = Container.get(BinaryDataService);
	await service.init();
	const empty: IBinaryData = { data: '', mimeType: 'application/octet-stream', fileName };
	const location = { type: 'execution', workflowId: '1', executionId: '1' } as const;
	const binary = await service.store(location, content, empty);
	return { json: {}, binary: { [property]: binary } };
}
