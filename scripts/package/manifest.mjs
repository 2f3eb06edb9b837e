import { must } from './report.mjs';

const REQUIRED_KEYWORD = 'n8n-community-node-package';
/** npm runs these on the computer of whoever installs, packs or publishes. */
const LIFECYCLE =
	/^(pre|post)?(install|prepare|publish|publishOnly|pack|uninstall)$|^dependencies$/;
const REPOSITORY = /^git\+(https:\/\/github\.com\/[\w.-]+\/[\w.-]+)\.git$/;

/** What n8n asks of package.json. */
export function manifestRows(manifest) {
	const { name, version, license, keywords = [], n8n = {}, scripts = {} } = manifest;
	return [
		{
			title: 'the name begins with n8n-nodes- and the version is a version',
			troubles: [
				...must(/^(@[\w.-]+\/)?n8n-nodes-[\w.-]+$/.test(name), `name is ${name}`),
				...must(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version), `version is ${version}`),
			],
		},
		{ title: 'the licence is MIT', troubles: must(license === 'MIT', `license is ${license}`) },
		{
			title: `the keyword ${REQUIRED_KEYWORD} is there`,
			troubles: must(keywords.includes(REQUIRED_KEYWORD), `keywords are ${keywords.join(', ')}`),
		},
		{
			title: 'n8n.strict is on and n8n.n8nNodesApiVersion is 1',
			troubles: [
				...must(n8n.strict === true, `n8n.strict is ${n8n.strict}`),
				...must(n8n.n8nNodesApiVersion === 1, `n8nNodesApiVersion is ${n8n.n8nNodesApiVersion}`),
			],
		},
		{ title: 'there are no runtime dependencies', troubles: runtimeDependencies(manifest) },
		{
			title: 'n8n-workflow in any version is the only peer',
			troubles: must(
				JSON.stringify(manifest.peerDependencies) === '{"n8n-workflow":"*"}',
				`peerDependencies are ${JSON.stringify(manifest.peerDependencies)}`,
			),
		},
		{
			title: 'there are no overrides and no lifecycle scripts',
			troubles: [
				...must(manifest.overrides === undefined, 'overrides are set'),
				...Object.keys(scripts)
					.filter((script) => LIFECYCLE.test(script))
					.map((script) => `the script ${script} runs by itself`),
			],
		},
		{
			title: 'description and author are filled in',
			troubles: [
				...must(manifest.description?.length > 20, 'description says nothing'),
				...must(manifest.author?.name, 'author.name is missing'),
				...must(/^[^@\s]+@[^@\s]+\.\w+$/.test(manifest.author?.email), 'author.email is missing'),
			],
		},
		{ title: 'homepage and repository are one place on GitHub', troubles: placeTroubles(manifest) },
	];
}

function runtimeDependencies(manifest) {
	return ['dependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies']
		.filter((kind) => Object.keys(manifest[kind] ?? {}).length > 0)
		.map((kind) => `${kind}: ${JSON.stringify(manifest[kind])}`);
}

function placeTroubles({ homepage, repository }) {
	const [, place] = REPOSITORY.exec(repository?.url) ?? [];
	if (place === undefined) return [`repository.url is ${repository?.url}`];
	return must(homepage?.split('#')[0] === place, `homepage is ${homepage}, not ${place}#readme`);
}
