/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources of the project; none of it ships */
import { posix } from 'node:path';
import { preProcessFile } from 'typescript';

/** A source file: its path from the root of the project, with slashes, and its text. */
export type SourceFile = readonly [path: string, text: string];

/** What a layer may import besides itself. */
interface Layer {
	readonly name: string;
	/** Which files belong to it. The first layer that fits counts. */
	readonly files: RegExp;
	readonly layers: readonly string[];
	/** Packages, by the names that stand in an import. Undefined = any. */
	readonly packages?: readonly string[];
}

const N8N = ['n8n-workflow'];

/**
 * The rooms of the platform, from the ground up: each may use those above it in this list. The front door
 * stands before them all.
 */
const ROOMS = [
	'errors',
	'catalog',
	'input',
	'signing',
	'client',
	'lists',
	'checkup',
	'ota',
	'progress',
	'cancellation',
	'reissue',
	'watching',
] as const;

const LAYERS: readonly Layer[] = [
	{
		name: 'platform',
		files: /^platform(?:\/index)?(?:\.ts)?$/,
		layers: [...ROOMS, 'ground', 'upload'],
	},
	{
		name: 'ground',
		files: /^platform\/(?:json|result|parallel)(?:\.ts)?$/,
		layers: [],
		packages: [],
	},
	...ROOMS.map(
		(name, floor): Layer => ({
			name,
			files: new RegExp(`^platform/${name}(?:/|$)`),
			layers: ['ground', ...ROOMS.slice(0, floor)],
			packages: name === 'signing' ? ['node:crypto'] : [],
		}),
	),
	{
		name: 'upload',
		files: /^platform\/upload(?:\.ts)?$/,
		layers: ['ground', 'errors', 'catalog', 'input', 'signing'],
		packages: [],
	},
	{ name: 'credentials', files: /^credentials\//, layers: ['platform'], packages: N8N },
	inNode('shared', ['platform']),
	inNode('operations', ['shared', 'platform']),
	inNode('resources', ['operations', 'shared', 'platform'], ['node:crypto']),
	inNode('methods', ['shared', 'platform']),
	inNode('trigger', ['resources', 'shared', 'platform']),
	{
		name: 'node',
		files: /^nodes\/TuyaIotPlatform\/[^/]+$/,
		layers: ['resources', 'methods', 'trigger', 'shared'],
		packages: N8N,
	},
	{ name: 'emulator', files: /^test\/emulator\/(?!.*\.test\.ts$)/, layers: [] },
	{ name: 'tests', files: /^test\//, layers: ['emulator', 'platform', 'node'] },
	{ name: 'benchmark', files: /^benchmark\//, layers: ['tests', 'emulator', 'platform'] },
];

function inNode(name: string, layers: readonly string[], packages: readonly string[] = []): Layer {
	const files = new RegExp(`^nodes/TuyaIotPlatform/${name}(?:/|$)`);
	return { name, files, layers, packages: [...N8N, ...packages] };
}

/** Every import that goes against an arrow, as `file -> what it imports`. */
export function wrongImports(files: readonly SourceFile[]): string[] {
	return files.flatMap(([path, text]) => {
		const layer = layerOf(path);
		if (!layer) return [`${path} belongs to no layer`];
		return importsOf(text)
			.filter((imported) => !mayImport(layer, path, imported))
			.map((imported) => `${path} -> ${imported}`);
	});
}

function importsOf(text: string): string[] {
	return preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function mayImport(layer: Layer, path: string, imported: string): boolean {
	if (!imported.startsWith('.')) return layer.packages?.includes(imported) ?? true;
	const target = posix.join(posix.dirname(path), imported);
	const other = layerOf(target);
	return other !== undefined && (other === layer || layer.layers.includes(other.name));
}

function layerOf(path: string): Layer | undefined {
	return LAYERS.find(({ files }) => files.test(path));
}
