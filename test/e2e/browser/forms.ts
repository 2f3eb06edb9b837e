import { z } from 'zod';
import type { N8n } from '../harness/n8n';
import { NODE_TYPE, node } from '../harness/workflows';
import type { WorkflowFile } from '../harness/workflows';

/** What the editor is told of a node, as far as it is looked at here. */
const choice = z.object({ name: z.string(), value: z.unknown() });
const field = z.object({
	name: z.string(),
	displayName: z.string(),
	type: z.string(),
	displayOptions: z.object({ show: z.record(z.array(z.unknown())).default({}) }).optional(),
	options: z.array(z.unknown()).optional(),
});
const description = z.object({
	name: z.string(),
	defaultVersion: z.number(),
	properties: z.array(field),
});

type Field = z.output<typeof field>;

/** The form of an operation in a new node, and the node on the canvas that opens it. */
export interface Form {
	readonly node: WorkflowFile['nodes'][number];
	/** As the line under the node reads, but for capitals. */
	readonly words: string;
	/** The labels of all fields that it may show, by their names. */
	readonly labels: ReadonlyMap<string, string>;
	/** The names of those that it shows whatever is chosen in others, from the top. */
	readonly always: readonly string[];
}

const COLUMNS = 7;

/** The forms of all operations, as the server describes the node to its editor. */
export async function formsOf({ rest }: N8n): Promise<Form[]> {
	const types = await rest.file(
		z.array(z.object({ name: z.string() }).passthrough()),
		'/types/nodes.json',
	);
	const { properties, defaultVersion } = description.parse(
		types.find(({ name }) => name === NODE_TYPE),
	);
	const isNew = (one: Field) => fits(one, '@version', defaultVersion);
	const [resources] = properties.filter(({ name }) => name === 'resource');
	const forms = choicesOf(resources).flatMap((resource) =>
		properties
			.filter(
				(one) => one.name === 'operation' && isNew(one) && fits(one, 'resource', resource.value),
			)
			.flatMap(choicesOf)
			.map((operation) => ({ resource, operation })),
	);
	return forms.map(({ resource, operation }, place) => {
		const shown = properties.filter(
			(one) =>
				isNew(one) &&
				fits(one, 'resource', resource.value) &&
				fits(one, 'operation', operation.value),
		);
		const parameters = { resource: String(resource.value), operation: String(operation.value) };
		const position: [number, number] = [(place % COLUMNS) * 240, Math.floor(place / COLUMNS) * 200];
		return {
			node: node(`Form ${place + 1}`, NODE_TYPE, defaultVersion, parameters, { position }),
			words: `${operation.name}: ${resource.name}`,
			labels: new Map(shown.map(({ name, displayName }) => [name, displayName])),
			always: shown.filter(isAlways).map(({ name }) => name),
		};
	});
}

/** What has a label, and does not depend on what is chosen in the form. */
function isAlways({ type, displayOptions }: Field): boolean {
	const conditions = Object.keys(displayOptions?.show ?? {});
	return type !== 'notice' && conditions.every((name) => DECIDED.has(name));
}

const DECIDED = new Set(['resource', 'operation', '@version']);

function fits({ displayOptions }: Field, key: string, value: unknown): boolean {
	return displayOptions?.show[key]?.includes(value) ?? true;
}

function choicesOf(one: Field | undefined): Array<z.output<typeof choice>> {
	return z.array(choice).parse(one?.options ?? []);
}
