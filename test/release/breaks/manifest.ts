import type { Break } from './break';

/** Of package.json. */
export const MANIFEST: readonly Break[] = [
	{
		title: 'the name begins',
		make: (copy) => copy.replace('package.json', '"name": "n8n-nodes', '"name": "nodes'),
		told: ['name is nodes-tuya-iot-platform'],
	},
	{
		title: 'the licence is MIT',
		make: (copy) => copy.replace('package.json', '"MIT"', '"GPL-3.0"'),
		told: ['license is GPL-3.0'],
	},
	{
		title: 'the keyword',
		make: (copy) => copy.replace('package.json', 'n8n-community-node-package', 'n8n-node'),
		told: ['keywords are n8n-node, n8n'],
	},
	{
		title: 'n8n.strict',
		make: (copy) => copy.replace('package.json', '"strict": true', '"strict": false'),
		told: ['n8n.strict is false'],
	},
	{
		title: 'there are no runtime dependencies',
		make: (copy) =>
			copy.replace(
				'package.json',
				'"devDependencies": {',
				'"dependencies": { "crypto-js": "4.2.0" },\n"devDependencies": {',
			),
		told: ['dependencies: {"crypto-js":"4.2.0"}'],
	},
	{
		title: 'n8n-workflow in any version',
		make: (copy) => copy.replace('package.json', '"n8n-workflow": "*"', '"n8n-workflow": "2"'),
		told: ['peerDependencies are {"n8n-workflow":"2"}'],
	},
	{
		title: 'there are no overrides',
		make: (copy) =>
			copy.replace(
				'package.json',
				'"scripts": {',
				'"overrides": {}, "scripts": { "postpack": "true",',
			),
		told: ['overrides are set', 'the script postpack runs by itself'],
	},
	{
		title: 'description and author',
		make: (copy) => copy.replace('package.json', /"email": ".*"/g, '"email": "nobody"'),
		told: ['author.email is missing'],
	},
	{
		title: 'homepage and repository',
		make: (copy) =>
			copy.replace('package.json', 'git+https://github.com', 'git+https://gitlab.com'),
		told: ['repository.url is git+https://gitlab.com'],
	},
];
