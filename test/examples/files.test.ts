import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import { BuiltPackage, PACKAGE } from '../engine/nodeTypes';
import { firstZoom, isNote, overlapsIn } from './canvas';
import {
	CREDENTIAL_NAME,
	exampleNames,
	exampleText,
	linksOf,
	readExample,
	triggersOf,
} from './files';
import type { Example } from './files';
import { coveredBy } from './lines';
import { N8N_NODES } from './n8nNodes';
import { missingParameters, strangeParameters } from './strangers';

let types: BuiltPackage;
beforeAll(async () => {
	types = await BuiltPackage.load();
});

const isOurs = ({ type }: Example['nodes'][number]) => type.startsWith(`${PACKAGE}.`);
const working = ({ nodes }: Example) => nodes.filter((node) => !isNote(node));
const ours = ({ nodes }: Example) => nodes.filter(isOurs);
const describedBy = ({ type }: Example['nodes'][number]) =>
	types.getByName(type.replace(/Tool$/, '')).description;

/** The nodes that wait for people or other systems, or tell them something. */
const isOutside = ({ type, credentials }: Example['nodes'][number]) =>
	/[.](webhook|formTrigger|chatTrigger|extractFromFile|emailSend|wait)$|PlatformTrigger$/.test(
		type,
	) ||
	(type === 'n8n-nodes-base.httpRequest' && credentials === undefined);

/** What is readable on a window of usual size. */
const SMALLEST_ZOOM = 0.7;

/** How many triggers an example has that has more than one. */
const SEVERAL_TRIGGERS: Readonly<Record<string, number>> = { 'staged-roll-out.json': 3 };

describe('the examples', () => {
	it('given the folder, when it is listed, then every way to an alert that is asked for is there', () => {
		expect(exampleNames()).toEqual(
			expect.arrayContaining([
				...['ai-agent-tool.json', 'alert-to-cancel.json', 'alertmanager-to-cancel.json'],
				...['cancel-with-ticket.json', 'csv-batch-cancel.json', 'grafana-to-cancel.json'],
				...['http-request-with-credential.json', 'schedule-stuck-tasks.json'],
				'webhook-with-approval.json',
			]),
		);
	});
});

describe.each(exampleNames())('given %s', (name) => {
	const example = readExample(name);

	it('when it is read, then names and ids are unique and its triggers lead to all nodes', () => {
		const names = example.nodes.map((node) => node.name);
		const ids = example.nodes.map(({ id }) => id);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(ids).size).toBe(ids.length);
		const links = linksOf(example);
		for (const { from, to } of links) expect(names).toEqual(expect.arrayContaining([from, to]));
		const reached = new Set(triggersOf(example));
		expect(reached.size).toBe(SEVERAL_TRIGGERS[name] ?? 1);
		for (let size = 0; size < reached.size; ) {
			size = reached.size;
			for (const { from, to, kind } of links) {
				// Tools hang on an agent, which is reached from the other side.
				const [here, there] = kind === 'main' ? [from, to] : [to, from];
				if (reached.has(here)) reached.add(there);
			}
		}
		expect([...reached].sort()).toEqual(
			working(example)
				.map((node) => node.name)
				.sort(),
		);
	});

	it('when its notes are read, then they tell what it does, how to try it, what to set, and the name of the credential', () => {
		const notes = example.nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
		expect(notes[0]).toMatch(/^## .+\n\n[^]{150,}/);
		const text = notes.join('\n');
		expect(text).toMatch(/^### (To set|Before you activate it)\n/m);
		expect(text).toContain('**Try it:**');
		expect(text).toContain(`**${CREDENTIAL_NAME}**`);
	});

	it('when it is opened, then nothing lies over anything and all of it is readable', () => {
		expect(overlapsIn(example)).toEqual([]);
		expect(coveredBy(example)).toEqual([]);
		expect(firstZoom(example)).toBeGreaterThan(SMALLEST_ZOOM);
	});

	it('when it is executed, then samples are pinned, and nobody outside is asked or told anything', () => {
		const pinned = Object.keys(example.pinData ?? {});
		expect(pinned.length).toBeGreaterThan(0);
		expect(example.nodes.map((node) => node.name)).toEqual(expect.arrayContaining(pinned));
		const outside = example.nodes.filter(isOutside).map((node) => node.name);
		expect(pinned).toEqual(expect.arrayContaining(outside));
	});

	it('when it is imported, then both tested n8n have its nodes in their versions', () => {
		const strangers = example.nodes
			.filter((node) => !isOurs(node))
			.filter(({ type, typeVersion }) => !N8N_NODES[type]?.includes(typeVersion))
			.map(({ type, typeVersion }) => `${type} ${typeVersion}`);
		expect(strangers).toEqual([]);
		for (const node of ours(example)) {
			expect(node.typeVersion).toBe([describedBy(node).version].flat().at(-1));
		}
	});

	it('when our nodes are compared with their descriptions, then all parameters and values are known', () => {
		expect(ours(example).flatMap((node) => strangeParameters(node, describedBy(node)))).toEqual([]);
		expect(ours(example).flatMap((node) => missingParameters(node, describedBy(node)))).toEqual([]);
	});

	it('when it is searched for secrets, then credentials have a name and nothing else', () => {
		const named = example.nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
		for (const [type, credential] of named) {
			expect([type, credential]).toEqual([
				'tuyaIotPlatformApi',
				{ id: '1', name: CREDENTIAL_NAME },
			]);
		}
		const text = exampleText(name);
		expect(text).not.toMatch(/"(password|secret|token|api_?key|accessKey\w*|authorization)"\s*:/i);
		expect(text).not.toContain(EMULATOR_ACCESS_KEY_ID);
		expect(text).not.toContain(EMULATOR_ACCESS_KEY_SECRET);
	});
});
