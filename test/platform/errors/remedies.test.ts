import type { INodeProperties } from 'n8n-workflow';
import { TuyaIotPlatformApi } from '../../../credentials/TuyaIotPlatformApi.credentials';
import { TuyaIotPlatform } from '../../../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { TuyaIotPlatformTrigger } from '../../../nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node';
import { CODES } from '../../../platform/errors/codes';
import { NO_OPERATION } from '../../../platform/errors/codes/advice';
import { OTHER_ACTIONS } from '../../../platform/errors/codes/otherActions';

/** Names of menus in n8n and the console, and words that are written in capitals anyway. */
const OTHER_NAMES = [
	'Settings > Community nodes',
	'System management > Key management',
	'Access Key',
	'Secret Key',
	'OTA',
	'JSON',
	'ID',
	'NTP',
];

/** What the editor shows of fields: their names, the choices that they offer, and the fields within them. */
function namesOf(fields: readonly INodeProperties[]): string[] {
	return fields.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((option) =>
			'displayName' in option && 'type' in option ? namesOf([option]) : [option.name],
		),
	]);
}

/** Fields, operations, resources and choices; of a credential and two nodes. */
const SHOWN = namesOf(
	[new TuyaIotPlatform().description, new TuyaIotPlatformTrigger().description]
		.flatMap(({ properties }) => properties)
		.concat(new TuyaIotPlatformApi().properties),
);

/** Any of some names as whole words, the longest first, anywhere but at the beginning of a sentence. */
function anyOf(names: readonly string[]): RegExp {
	const sorted = [...new Set(names)]
		.filter((name) => /^[A-Z]/.test(name))
		.toSorted((a, b) => b.length - a.length)
		.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`(?<!^|[.:] )(?<!\\w)(?:${sorted.join('|')})(?!\\w)`, 'g');
}

const CAPITALISED = /(?<!^|[.:] )(?<!\w)[A-Z]\w*(?: [A-Z]\w*)*/g;

/** Names in a remedy that the editor shows. */
function namedIn(remedy: string): string[] {
	return [...remedy.matchAll(anyOf(SHOWN))].map(([name]) => name);
}

/** What a remedy writes like a name, although nothing bears it. */
function strayNamesIn(remedy: string): string[] {
	const rest = remedy.replace(anyOf([...SHOWN, ...OTHER_NAMES]), 'it');
	return [...rest.matchAll(CAPITALISED)].map(([name]) => name);
}

/** What is wrong with where a remedy sends its reader; nothing when it is right. */
function faultsOf(remedy: string): string[] {
	const isVague = /in (?:this node|the credential)/.test(remedy) && namedIn(remedy).length === 0;
	return [...strayNamesIn(remedy), ...(isVague ? ['names no field'] : [])];
}

const REMEDIES = Object.entries(CODES).map(([code, { remedy }]) => [code, remedy] as const);

describe('given the remedy of a code', () => {
	it.each(REMEDIES)(
		'when that of %s sends its reader to the node, then it names fields and operations that are there',
		(_code, remedy) => {
			expect(faultsOf(remedy)).toEqual([]);
		},
	);

	it.each(Object.entries(OTHER_ACTIONS))(
		'when %s belongs to an action that no operation calls, then no field is named',
		(_code, { remedy }) => {
			expect(namedIn(remedy)).toEqual([]);
			expect(remedy.replace(NO_OPERATION, '')).not.toMatch(/this node|credential/);
		},
	);

	it('when all remedies are read, then many name a field', () => {
		const named = REMEDIES.flatMap(([, remedy]) => namedIn(remedy));
		expect(new Set(named).size).toBeGreaterThan(25);
	});
});

describe('given a remedy that somebody adds', () => {
	it.each([
		['a field that is not there', 'Move the Start Time of the job in this node.', 'Start Time'],
		['a choice that is not there', 'Set Target Selection to Chosen Devices.', 'Chosen Devices'],
		['no field', 'Change the nicknames in this node.', 'names no field'],
		['no field of the credential', 'Copy both anew in the credential.', 'names no field'],
		[
			'a field in the wrong letter case',
			'Fill in the package name in this node.',
			'names no field',
		],
	])('when it names %s, then that is found', (_what, remedy, fault) => {
		expect(faultsOf(remedy)).toContain(fault);
	});

	it('when it names fields and a menu, then it is right', () => {
		const remedy = 'Compare Device Names in this node with System management > Key management.';
		expect(faultsOf(remedy)).toEqual([]);
	});
});
