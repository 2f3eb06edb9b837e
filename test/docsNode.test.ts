/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import type { INodeProperties } from 'n8n-workflow';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TuyaIotPlatformApi } from '../credentials/TuyaIotPlatformApi.credentials';
import { singleFields } from '../nodes/TuyaIotPlatform/operations/fieldValues';
import { resources } from '../nodes/TuyaIotPlatform/resources';
import { cancelByDevice } from '../nodes/TuyaIotPlatform/resources/otaTask/cancelByDevice';
import { cancelByDeviceOptions } from '../nodes/TuyaIotPlatform/resources/otaTask/cancelByDevice/options';
import { triggerProperties } from '../nodes/TuyaIotPlatform/trigger/fields';
import { ACTIONS } from '../platform';
import type { Outcome } from '../platform';
import { CHINESE_GUIDE, ENGLISH_GUIDE, Guide } from './docs/guide';
import type { GuidePage } from './docs/guide';
import { ROOT } from './docs/markdown';
import { knownMessages } from './docs/messages';

/** Options that every operation and the trigger have: told once, under Cancel by Device. */
const EVERYWHERE = ['Max Attempts', 'Requests per Second', 'Timeout (Ms)'];

const OUTCOMES = {
	accepted: true,
	cancelled: true,
	notCancellable: true,
	nothingToCancel: true,
	notFound: true,
	failed: true,
	unknown: true,
	skipped: true,
} satisfies Record<Outcome, true>;

function namesOf(fields: readonly INodeProperties[]): string[] {
	return fields
		.filter(({ type }) => type !== 'notice' && type !== 'collection')
		.map(({ displayName }) => displayName);
}

/** A default as the editor shows it. */
function shownDefault({ default: value, options = [], type }: INodeProperties): string {
	if (type === 'boolean') return value === true ? 'on' : 'off';
	const nameOf = (chosen: unknown) =>
		options.find((option) => 'value' in option && option.value === chosen)?.name ?? String(chosen);
	if (Array.isArray(value)) return value.map(nameOf).join(', ') || 'none';
	return nameOf(value);
}

/** Whether a field is one of the newest version of its node, which the guide tells of. */
function isNewest({ displayOptions }: INodeProperties): boolean {
	const versions = displayOptions?.show?.['@version'] ?? [];
	return !JSON.stringify(versions).includes('"lt"');
}

const IN_ENGLISH: Readonly<Record<string, string>> = { 开: 'on', 关: 'off', 无: 'none' };

describe.each([
	['English', ENGLISH_GUIDE],
	['Chinese', CHINESE_GUIDE],
] as const)('given the guide in %s', (language, paths) => {
	let guide: Guide;
	/** Headings are the same in both, so they are found by the place that they have in English. */
	let places: Map<string, number>;
	beforeAll(async () => {
		guide = await Guide.read(paths);
		const { headings } = await Guide.read(ENGLISH_GUIDE);
		places = new Map(headings.map(({ path, text }, place) => [`${path} ${text}`, place]));
	});

	const table = (page: GuidePage, heading: string) => {
		const [rows] = guide.tablesUnder(places.get(`${page} ${heading}`) ?? -1);
		if (!rows) throw new RangeError(`${language}: no table under ${heading} of ${page}`);
		return rows;
	};
	const column = (page: GuidePage, heading: string) => table(page, heading).map(([name]) => name);
	const defaults = (page: GuidePage, heading: string) =>
		table(page, heading).map(([name = '', value = '']) => [name, IN_ENGLISH[value] ?? value]);

	it('when its actions for least privilege are looked up, then the platform has them', () => {
		const named = table('docs/CREDENTIAL.md', 'Least privilege').map(([, actions = '']) =>
			actions.split(/, |、/),
		);
		expect(named.flat().filter((name) => !(name in ACTIONS))).toEqual([]);
		const [, cancel = [], lookUps = []] = named;
		expect([...cancel, ...lookUps]).toEqual(cancelByDevice.cloudActions);
	});

	it('when the fields of the credential are compared, then they are all there in their order', () => {
		const { properties } = new TuyaIotPlatformApi();
		expect(column('docs/CREDENTIAL.md', 'Fields')).toEqual(namesOf(properties));
	});

	it('when the README names fields of the credential, then those that have to be filled in', () => {
		const { properties } = new TuyaIotPlatformApi();
		expect(column('README.md', 'The credential')).toEqual(
			namesOf(properties.filter(({ required }) => required)),
		);
	});

	it('when the fields of Cancel by Device are compared, then they are all there in their order', () => {
		expect(column('docs/CANCEL.md', 'Fields')).toEqual(namesOf(cancelByDevice.fields));
	});

	it('when the options of Cancel by Device are compared, then they have the defaults of the node', () => {
		const options = singleFields([cancelByDeviceOptions]).filter(
			({ displayOptions }) => !displayOptions?.show?.['@version'],
		);
		expect(defaults('docs/CANCEL.md', 'Options')).toEqual(
			options.map((option) => [option.displayName, shownDefault(option)]),
		);
	});

	it('when its outcomes are compared, then they are all there', () => {
		expect(column('docs/CANCEL.md', 'One item per device')).toEqual(Object.keys(OUTCOMES));
	});

	it('when the events of the trigger are compared, then they are all there', () => {
		const event = triggerProperties.find(({ name }) => name === 'event');
		const names = (event?.options ?? []).map(({ name }) => name);
		expect(column('docs/TRIGGER.md', 'Events').toSorted()).toEqual(names.toSorted());
	});

	it('when the options of the trigger are compared, then they have the defaults of the node', () => {
		const collections = triggerProperties.filter(({ type }) => type === 'collection');
		const own = singleFields(collections.filter(isNewest)).filter(
			({ displayName }) => !EVERYWHERE.includes(displayName),
		);
		expect(defaults('docs/TRIGGER.md', 'Options')).toEqual(
			own.map((option) => [option.displayName, shownDefault(option)]),
		);
	});

	it('when its examples are compared with the folder, then each file has a row', () => {
		const files = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.json'));
		expect(column('docs/EXAMPLES.md', 'Examples').toSorted()).toEqual(files.toSorted());
	});

	it('when a message of Troubleshooting is looked for, then the package says exactly that', () => {
		const messages = column('docs/TROUBLESHOOTING.md', 'Messages');
		expect(messages.length).toBeGreaterThan(15);
		const known = knownMessages();
		expect(messages.filter((message) => !known.has(message ?? ''))).toEqual([]);
	});

	it('when it names versions, then they are the tested ones', () => {
		const text = paths.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
		const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
		expect(text).toContain(`n8n-core ${/"n8n-core": "([^"]+)"/.exec(manifest)?.[1]}`);
		expect(text).toContain(`Node.js ${/"node": ">=([^"]+)"/.exec(manifest)?.[1]}`);
		const versions = join(ROOT, 'test/e2e/set-up/versions.ts');
		expect(existsSync(versions)).toBe(true);
		const tested = readFileSync(versions, 'utf8').match(/'\d+\.\d+\.\d+'/g) ?? [];
		for (const version of tested) expect(text).toContain(version.replaceAll("'", ''));
	});
});

/** Names of n8n's own user interface that the guide sets in bold. */
const OF_N8N = [
	'Settings > Community nodes > Install',
	'Install',
	'On Error',
	'Retry On Fail',
	'Poll Times',
	'Execute workflow',
	'Import from File',
	'HTTP Request',
];

describe('given the names that the guide sets in bold', () => {
	it('when they are looked for, then each is a name of the node, of the credential or of n8n', async () => {
		const guide = await Guide.read(ENGLISH_GUIDE);
		const fields = [
			...resources.flatMap(({ operations }) => operations.flatMap(({ fields }) => fields)),
			...triggerProperties,
		];
		const known = new Set([
			...OF_N8N,
			...fields.map(({ displayName }) => displayName),
			...namesOf(singleFields(fields)),
			'Tuya IoT Platform',
			'Tuya IoT Platform Trigger',
			new TuyaIotPlatformApi().displayName,
		]);
		const names = guide.bold.filter((text) => !/\.$|^every /.test(text));
		expect(names.length).toBeGreaterThan(15);
		expect(names.filter((name) => !known.has(name))).toEqual([]);
	});
});
