import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Checks on the nodes and credentials that package.json names, loaded from the unpacked tarball as n8n does. */
export function entryChecks(unpacked, { name, n8n = {} }) {
	const nodes = loadAll(unpacked, n8n.nodes);
	const credentials = loadAll(unpacked, n8n.credentials);
	const all = [...nodes, ...credentials];
	const good = (entries) => entries.filter(({ instance }) => instance);
	return [
		{
			title: 'each node and credential of package.json is in the tarball and loads',
			troubles: [
				...(nodes.length > 0 ? [] : ['package.json names no node']),
				...all.filter(({ trouble }) => trouble).map(({ path, trouble }) => `${path}: ${trouble}`),
			],
		},
		{
			title: 'each has a square SVG icon for light and for dark',
			troubles: good(all).flatMap((entry) => iconTroubles(unpacked, entry)),
		},
		{
			title: 'each node has a codex file',
			troubles: good(nodes).flatMap((entry) => codexTroubles(unpacked, name, entry)),
		},
		{
			title: 'each credential has a test',
			troubles: good(credentials).flatMap((entry) => testTroubles(entry, good(nodes))),
		},
		{
			title: 'each node but triggers is usable as a tool',
			troubles: good(nodes)
				.filter(({ instance: { description } }) => !description.group.includes('trigger'))
				.filter(({ instance: { description } }) => !description.usableAsTool)
				.map(({ path }) => path),
		},
	];
}

function loadAll(unpacked, paths = []) {
	return paths.map((path) => {
		const [className] = basename(path).split('.');
		try {
			const { [className]: Class } = require(join(unpacked, path));
			return { path, instance: new Class() };
		} catch (error) {
			return { path, trouble: error.message.split('\n')[0] };
		}
	});
}

function iconTroubles(unpacked, { path, instance }) {
	const icon = instance.description?.icon ?? instance.icon ?? {};
	return ['light', 'dark'].flatMap((theme) => {
		const file = String(icon[theme] ?? '').replace(/^file:/, '');
		const full = join(unpacked, dirname(path), file);
		if (!file.endsWith('.svg') || !existsSync(full)) return [`${path}: no SVG icon for ${theme}`];
		const [, width, height] =
			/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(readFileSync(full, 'utf8')) ?? [];
		return width && width === height ? [] : [`${file}: ${width} x ${height} is not square`];
	});
}

function codexTroubles(unpacked, packageName, { path, instance }) {
	const file = path.replace(/\.js$/, '.json');
	if (!existsSync(join(unpacked, file))) return [`${file} is missing`];
	const {
		node,
		categories = [],
		resources = {},
	} = JSON.parse(readFileSync(join(unpacked, file), 'utf8'));
	const wanted = `${packageName}.${instance.description.name}`;
	return [
		...(node === wanted ? [] : [`${file}: node is ${node}, not ${wanted}`]),
		...(categories.length > 0 ? [] : [`${file}: no categories`]),
		...(resources.primaryDocumentation ? [] : [`${file}: no primaryDocumentation`]),
	];
}

function testTroubles({ path, instance }, nodes) {
	const tested = nodes.some(({ instance: { description, methods } }) =>
		description.credentials?.some(
			({ name, testedBy }) => name === instance.name && methods?.credentialTest?.[testedBy],
		),
	);
	return instance.test || tested ? [] : [`${path} is tested by nothing`];
}
