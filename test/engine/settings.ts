/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- never shipped: runs on a developer's computer only */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UnusableFile } from './workflowFile';

/** What a user of the runner asks for. */
export interface Settings {
	/** Text of the workflow file. */
	readonly workflow: string;
	/** Text of the file with the trigger's items. */
	readonly input: string | undefined;
	/** Whether to check the instance instead of running a workflow from a file. */
	readonly isCheck: boolean;
	/** Values that replace those in the workflow, by parameter name. */
	readonly overrides: Readonly<Record<string, string>>;
	/** A real instance; undefined for the emulator. */
	readonly instance: Instance | undefined;
}

/** The fields of the credential that lead to an instance. */
export interface Instance {
	readonly endpoint: string;
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
}

export const USAGE = `Usage: npm start -- [--workflow FILE] [--input ITEMS.json] [--product-key K]
                    [--firmware-id F] [--device-name D]... [--job-id J]
       npm start -- --check

Runs a workflow of this package on n8n's engine; without --workflow examples/alert-to-cancel.json.
With --check it runs Check of the resource Instance, with reads alone, and prints the report.
It calls the emulator, or the instance that TUYA_IOT_ENDPOINT, TUYA_IOT_ACCESS_KEY_ID and
TUYA_IOT_ACCESS_KEY_SECRET name.`;

/** Reads arguments and environment. Throws `UnusableFile` or a `TypeError` with a sentence. */
export function readSettings(
	args: string[],
	environment: Readonly<Record<string, string | undefined>>,
): Settings {
	const { values } = parseArgs({
		args,
		options: {
			workflow: { type: 'string' },
			input: { type: 'string' },
			'product-key': { type: 'string' },
			'firmware-id': { type: 'string' },
			'device-name': { type: 'string', multiple: true },
			'job-id': { type: 'string' },
			check: { type: 'boolean', default: false },
		},
	});
	const example = join(__dirname, '..', '..', 'examples', 'alert-to-cancel.json');
	const replaced: ReadonlyArray<[string, string | undefined]> = [
		['productKey', values['product-key']],
		['firmwareId', values['firmware-id']],
		['jobId', values['job-id']],
		['deviceNames', values['device-name']?.join('\n')],
	];
	return {
		isCheck: values.check,
		workflow: readText(values.workflow ?? example),
		input: values.input === undefined ? undefined : readText(values.input),
		overrides: Object.fromEntries(
			replaced.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
		),
		instance: readInstance(environment),
	};
}

function readInstance(
	environment: Readonly<Record<string, string | undefined>>,
): Instance | undefined {
	const names = [
		'TUYA_IOT_ENDPOINT',
		'TUYA_IOT_ACCESS_KEY_ID',
		'TUYA_IOT_ACCESS_KEY_SECRET',
	] as const;
	const [endpoint = '', accessKeyId = '', accessKeySecret = ''] = names.map(
		(name) => environment[name]?.trim() ?? '',
	);
	if (endpoint && accessKeyId && accessKeySecret) return { endpoint, accessKeyId, accessKeySecret };
	if (!endpoint && !accessKeyId && !accessKeySecret) return undefined;
	const missing = names.filter((name) => !environment[name]?.trim());
	throw new UnusableFile(
		`Set ${missing.join(' and ')} as well, or none of the three to use the emulator.`,
	);
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		throw new UnusableFile(`There is no readable file ${path}.`);
	}
}
