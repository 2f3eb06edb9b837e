import type { INode } from 'n8n-workflow';
import { DEMO } from '../../../emulator/fleet/fleets';
import type { Emulator } from '../../../emulator/emulator';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import type { Execution } from '../../harness/executions';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import type { WorkflowFile } from '../../harness/workflows';
import { addWorkflow, manualTrigger, node, runByHand } from '../../harness/workflows';

const { productKey, firmwareId, jobId } = DEMO;
const HEADER = ['productKey', 'firmwareId', 'jobId', 'deviceName'];
const MARK = '\ufeff';

const rowOf = (device: string) => [productKey, firmwareId, jobId, device];
const ROWS = [rowOf('testDevice1'), rowOf('testDevice2')];
const EMPTY = ['', '', '', ''];

/** The bytes of a file, as text, with `separator` between cells and `end` after each line. */
const csv = (rows: readonly string[][], separator = ',', end = '\r\n') =>
	rows.map((cells) => cells.join(separator) + end).join('');
/** Rows with the column of the jobs before all others. */
const jobFirst = (rows: readonly string[][]) =>
	rows.map(([product = '', firmware = '', job = '', device = '']) => [
		job,
		product,
		firmware,
		device,
	]);
const inQuotes = (rows: readonly string[][]) =>
	rows.map((cells) => cells.map((cell) => `"${cell}"`));
const withApostrophes = (rows: readonly string[][]) =>
	rows.map((cells) => cells.map((cell) => `'${cell}`));

/** Files whose rows mean what they look like. */
const SOUND: ReadonlyArray<readonly [given: string, content: string]> = [
	['plain lines', csv([HEADER, ...ROWS], ',', '\n')],
	['Excel’s "CSV UTF-8"', MARK + csv([HEADER, ...ROWS])],
	['semicolons after a byte order mark', MARK + csv([HEADER, ...ROWS], ';')],
	['tabs', csv([HEADER, ...ROWS], '\t')],
	['the jobs first after a byte order mark', MARK + csv(jobFirst([HEADER, ...ROWS]))],
	['the jobs first, with semicolons', MARK + csv(jobFirst([HEADER, ...ROWS]), ';')],
	['empty rows at the end', MARK + csv([HEADER, ...ROWS, EMPTY, EMPTY, EMPTY])],
	['empty rows between, with semicolons', csv([HEADER, EMPTY, ...ROWS, EMPTY], ';')],
	['every cell in quotes', MARK + csv(inQuotes([HEADER, ...ROWS]))],
	['an apostrophe before every cell', csv([HEADER, ...withApostrophes(ROWS)])],
	['no line break at the end', MARK + csv([HEADER, ...ROWS]).trimEnd()],
];

/** Files that must cancel nothing, since they would cancel more than they list. */
const UNUSABLE: ReadonlyArray<readonly [given: string, content: string]> = [
	['no column of jobs', csv([HEADER, ...ROWS].map(([a = '', b = '', , d = '']) => [a, b, d]))],
	['another name for the jobs', csv([['productKey', 'firmwareId', 'job', 'deviceName'], ...ROWS])],
	[
		'empty cells for the jobs',
		csv([HEADER, ...ROWS.map(([a = '', b = '', , d = '']) => [a, b, '', d])]),
	],
	[
		'jobs as a spreadsheet shows them',
		csv([HEADER, [productKey, firmwareId, '1.83634E+18', 'testDevice1']]),
	],
];

/** That the example for CSV files reads real ones with n8n's own node, and cancels what they list and no more. */
export function checkCsv(running: () => N8n): void {
	/** Runs the example on a file; hands what came of it to the test. */
	async function upload(
		content: string,
		look: (run: { execution: Execution; emulator: Emulator }) => void,
	): Promise<void> {
		await withEmulator({ https: true }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const example = readExample('csv-batch-cancel.json', credentialId, emulator.url);
			const id = await addWorkflow(rest, withFile(example, content));
			look({ emulator, execution: await finishedExecution(rest, await runByHand(rest, id)) });
		});
	}
	const stateOf = ({ fleet }: Emulator, device: string) =>
		fleet.statusOf(productKey, firmwareId, device);

	it.each(SOUND)(
		'given a file with %s, when it is uploaded, then its devices are cancelled in their job',
		async (_given, content) => {
			await upload(content, ({ execution, emulator }) => {
				expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
				expect(execution.outputs('Cancelled')[0]).toMatchObject([
					{ deviceName: 'testDevice1' },
					{ deviceName: 'testDevice2' },
				]);
				expect(execution.outputs('Not cancelled').flat()).toEqual([]);
				expect(emulator.log.map(({ parameters }) => parameters['JobId'])).toEqual([jobId]);
				expect(stateOf(emulator, 'testDevice1')).toBe('CANCELED');
				expect(stateOf(emulator, 'testDevice2')).toBe('CANCELED');
			});
		},
	);

	it.each(UNUSABLE)(
		'given a file with %s, when it is uploaded, then nothing is sent and each row says why',
		async (_given, content) => {
			await upload(content, ({ execution, emulator }) => {
				const rows = content.trim().split('\r\n').length - 1;
				// n8n 1 knows an error item by two keys at most, so that one with details stays with the others.
				const ends = ['Cancelled', 'Not cancelled'].flatMap((end) => execution.outputs(end).flat());
				expect(ends).toEqual(
					Array.from({ length: rows }, () =>
						expect.objectContaining({ error: expect.stringContaining('OTA Job') }),
					),
				);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it('given a file with a row of too many cells, when it is uploaded, then it is refused as a whole', async () => {
		const rows = [HEADER, ...ROWS, [...rowOf('testDevice3'), 'testDevice4']];
		await upload(csv(rows), ({ execution, emulator }) => {
			expect(execution.status).toBe('error');
			expect(emulator.log).toEqual([]);
		});
	});

	it('given a file with blank lines, when it is uploaded, then they are left out or the file is refused as a whole', async () => {
		await upload(`${csv([HEADER, ...ROWS])}\r\n\r\n`, ({ execution, emulator }) => {
			// n8n 1 takes a blank line for a row that lacks cells.
			const isRefused = running().version.startsWith('1.');
			expect(execution.status).toBe(isRefused ? 'error' : 'success');
			expect(emulator.log).toHaveLength(isRefused ? 0 : 1);
		});
	});
}

/** The example with a file that is there instead of a form that asks for one. */
function withFile(example: WorkflowFile, content: string): WorkflowFile {
	const upload = node('Upload', 'n8n-nodes-base.convertToFile', 1, {
		operation: 'toBinary',
		sourceProperty: 'content',
		binaryPropertyName: 'Devices',
		options: { fileName: 'devices.csv', mimeType: 'text/csv' },
	});
	const nodes = example.nodes.map((each: INode) => (each.name === 'Upload' ? upload : each));
	const start = manualTrigger();
	return {
		...example,
		nodes: [start, ...nodes],
		connections: {
			...example.connections,
			[start.name]: { main: [[{ node: 'Upload', type: 'main', index: 0 }]] },
		},
		pinData: { [start.name]: [{ json: { content: Buffer.from(content).toString('base64') } }] },
	};
}
