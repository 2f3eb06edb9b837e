import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The nodes and credentials that package.json names, loaded from the unpacked tarball as n8n does. Each is
 * { path, instance }, or { path, trouble } where it does not load.
 */
export function loadEntries(unpacked, { n8n = {} }) {
	const nodes = loadAll(unpacked, n8n.nodes);
	const credentials = loadAll(unpacked, n8n.credentials);
	const good = (entries) => entries.filter(({ instance }) => instance);
	return {
		nodes: good(nodes),
		credentials: good(credentials),
		broken: [...nodes, ...credentials].filter(({ trouble }) => trouble),
	};
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

/** Whether a node starts workflows. */
export function isTrigger({ instance }) {
	return instance.description.group.includes('trigger');
}
