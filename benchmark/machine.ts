/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: looks at the computer */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { isRecord, parseJson } from '../platform';

/** What the measurements ran on. */
export interface Machine {
	readonly system: string;
	readonly processor: string;
	readonly cores: number;
	readonly memoryGb: number;
	/** Load average over the minute before the start: what else ran. */
	readonly loadBefore: number;
}

const PACKAGES = {
	'.': ['n8n-core', 'n8n-workflow'],
	benchmark: [
		'@alicloud/pop-core',
		'@alicloud/iot20180120',
		'@alicloud/openapi-client',
		'@alicloud/openapi-util',
		'crypto-js',
	],
};

export function readMachine(): Machine {
	const processors = cpus();
	return {
		system: `${type()} ${process.arch}`,
		processor: processors[0]?.model.trim() ?? 'unknown',
		cores: processors.length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
	};
}

/** The versions that are installed. */
export function readVersions(): Record<string, string> {
	const root = join(__dirname, '..');
	const own = ['n8n-nodes-tuya-iot-platform', versionIn(root)];
	const others = Object.entries(PACKAGES).flatMap(([folder, names]) =>
		names.map((name) => [name, versionIn(join(root, folder, 'node_modules', name))]),
	);
	return Object.fromEntries([own, ['node', process.versions.node], ...others]);
}

function versionIn(folder: string): string {
	const manifest = parseJson(readFileSync(join(folder, 'package.json'), 'utf8'));
	return isRecord(manifest) ? String(manifest.version) : 'unknown';
}
