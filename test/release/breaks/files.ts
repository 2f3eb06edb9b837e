import { randomBytes } from 'node:crypto';
import { NODE, type Break } from './break';

const PUBLISH = '.github/workflows/publish.yml';

/** Of what is packed. */
export const TARBALL: readonly Break[] = [
	{
		title: 'tarball of',
		make: (copy) => copy.append('CHANGELOG.md', randomBytes(200_000).toString('base64')),
		told: [' bytes is under 200000'],
	},
	{
		title: 'tarball holds dist',
		make: (copy) => copy.append('index.js', ''),
		told: ['index.js is in it'],
	},
	{
		title: 'dist holds no leftovers',
		make: (copy) => copy.append('dist/a.js.map', '{}'),
		told: ['a.js.map'],
	},
];

/** Of the compiled code. */
export const CODE: readonly Break[] = [
	{
		title: 'the code imports',
		make: (copy) => copy.append(NODE, "\n(() => require('node:fs'));"),
		told: ['TuyaIotPlatform.node.js: node:fs'],
	},
	{
		title: 'the code uses no forbidden global',
		make: (copy) => copy.append(NODE, '\n(() => process.env);\n(() => setTimeout(() => {}, 1));'),
		told: ['TuyaIotPlatform.node.js: process', 'TuyaIotPlatform.node.js: setTimeout'],
	},
	{
		title: 'the code names nothing that n8n 3',
		make: (copy) => copy.append(NODE, "\n(() => '={{ $getPairedItem() }}');"),
		told: ['TuyaIotPlatform.node.js: $getPairedItem'],
	},
	{
		title: 'all texts of the code',
		make: (copy) => copy.append(NODE, "\n(() => '设备');"),
		told: ['TuyaIotPlatform.node.js: 设备'],
	},
];

/** Of the documents. */
export const DOCUMENTS: readonly Break[] = [
	{
		title: 'README has',
		make: (copy) => copy.replace('README.md', /^##+ .*credential.*$/gim, '## The key'),
		told: ['not the credential'],
	},
	{
		title: 'all that is packed beside the code',
		make: (copy) => copy.append('README.md', '\n简体中文\n'),
		told: ['README.md: 简体中文'],
	},
	{
		title: 'LICENSE is',
		make: (copy) => copy.replace('LICENSE', 'MIT License', 'All rights reserved'),
		told: ['it is not'],
	},
];

/** Of the way to npm. */
export const PUBLISHING: readonly Break[] = [
	{
		title: 'the n8n-node tool',
		make: (copy) => {
			copy.replace('package.json', /"@n8n\/node-cli": ".*"/g, '"@n8n/node-cli": "0.22.9"');
			copy.replace('package.json', '"n8n-node lint"', '"eslint"');
			copy.replace('package.json', '"n8n-node release"', '"npm publish"');
		},
		told: ['@n8n/node-cli is "0.22.9"', 'npm run lint is', 'npm run release is'],
	},
	{
		title: "the linter has n8n's own",
		make: (copy) => copy.appendBeside('eslint.config.mjs', 'config.push({});'),
		told: ['eslint.config.mjs is another'],
	},
	{
		title: 'GitHub publishes',
		make: (copy) => {
			copy.replaceBeside(PUBLISH, 'id-token: write', 'id-token: none');
			copy.replaceBeside(PUBLISH, 'npm run release', 'npm publish # ${{ secrets.NPM_TOKEN }}');
		},
		told: [
			'publish.yml may not ask for a token',
			'publish.yml does not run npm run release',
			'publish.yml uses a token that is stored',
		],
	},
];
