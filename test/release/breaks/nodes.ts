import { CREDENTIAL, edit, FOLDER, NODE, TRIGGER, type Break } from './break';

/** Of nodes and credentials as a whole. */
export const NODES: readonly Break[] = [
	{
		title: 'each node and credential of package.json',
		make: (copy) =>
			copy.replace(
				'package.json',
				'"dist/credentials/',
				'"dist/credentials/NoSuchThing.credentials.js", "dist/credentials/',
			),
		told: ['dist/credentials/NoSuchThing.credentials.js: Cannot find module'],
	},
	{
		title: 'each has a square SVG icon',
		make: (copy) => {
			copy.replace(`${FOLDER}/tuyaIotPlatform.dark.svg`, '0 0 64 64', '0 0 64 60');
			edit(copy, CREDENTIAL, 'it.icon = { light: it.icon.light, dark: it.icon.light };');
			edit(copy, TRIGGER, "description.icon = { light: 'file:none.svg', dark: 'fa:clock' };");
		},
		told: [
			'tuyaIotPlatform.dark.svg: 64 x 60 is not square',
			'the icons for light and dark are the same',
			'no SVG icon for light',
			'no SVG icon for dark',
		],
	},
	{
		title: 'each node has a codex file',
		make: (copy) => {
			copy.replace(NODE.replace(/js$/, 'json'), '.tuyaIotPlatform"', '.other"');
			copy.remove(TRIGGER.replace(/js$/, 'json'));
		},
		told: ['node is n8n-nodes-tuya-iot-platform.other', 'is missing or names no node'],
	},
	{
		title: 'the categories of each node',
		make: (copy) => copy.replace(NODE.replace(/js$/, 'json'), '"Development"', '"Firmware"'),
		told: [
			'TuyaIotPlatform.node.json: Firmware',
			'TuyaIotPlatformTrigger.node.json: no categories',
		],
	},
	{
		title: 'the package is for one service',
		make: (copy) =>
			edit(copy, TRIGGER, "description.name = 'otherTrigger'; description.credentials = [];"),
		told: ['otherTrigger is not the trigger of tuyaIotPlatform', 'credentials differ'],
	},
	{
		title: 'no node is for logic or flow',
		make: (copy) => edit(copy, NODE, "description.outputs = ['main', 'main'];"),
		told: ['1 inputs and 2 outputs'],
	},
	{
		title: 'each node but triggers',
		make: (copy) => {
			edit(copy, NODE, 'description.usableAsTool = undefined;');
			edit(copy, TRIGGER, 'description.usableAsTool = true;');
		},
		told: [`  ${NODE}\n`, `  ${TRIGGER}\n`],
	},
	{
		title: "each node tells n8n's AI builder",
		make: (copy) => {
			const hint = "{ searchHint: 'Long enough, but it holds {{ $json.name }}' }";
			edit(copy, NODE, `description.builderHint = ${hint};`);
			edit(copy, TRIGGER, 'description.builderHint = undefined;');
		},
		told: [`${NODE}: an expression in it`, `${TRIGGER}: builderHint.searchHint says nothing`],
	},
	{
		title: 'each trigger says what happens',
		make: (copy) =>
			edit(
				copy,
				TRIGGER,
				"description.displayName = 'Watch'; description.activationMessage = 'On'; description.hints = [];",
			),
		told: ['Watch does not end with Trigger', 'activationMessage says nothing', 'no hints'],
	},
	{
		title: 'each credential has a test',
		make: (copy) => {
			for (const file of [NODE, TRIGGER]) copy.replace(file, 'tuyaIotPlatformApiTest', 'other');
			edit(copy, CREDENTIAL, "it.documentationUrl = '';");
		},
		told: [`${CREDENTIAL} is tested by nothing`, `${CREDENTIAL} has no documentationUrl`],
	},
	{
		title: 'what is secret in a credential',
		make: (copy) =>
			edit(
				copy,
				CREDENTIAL,
				"it.properties.find(({ name }) => name === 'accessKeySecret').typeOptions = undefined;",
			),
		told: ['Tuya IoT Platform API > AccessKey Secret'],
	},
];
