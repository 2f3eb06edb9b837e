import type { INodeProperties } from 'n8n-workflow';
import { FILE_SUFFIXES } from '../../../../platform';
import { choicesOf } from '../choices';

export const nameField: INodeProperties = {
	displayName: 'Package Name',
	name: 'firmwareName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. radio-fix',
	description:
		'Up to 40 letters, digits, hyphens, underscores and parentheses; begins with a letter or digit',
};

export const descriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'firmwareDesc',
	type: 'string',
	default: '',
	placeholder: 'e.g. Fixes the reconnect loop',
	description: 'What is new in this version, in up to 100 characters',
};

export const udiField: INodeProperties = {
	displayName: 'Information for Devices',
	name: 'udi',
	type: 'string',
	default: '',
	placeholder: 'e.g. {"note":"keep powered"}',
	description:
		'Any text, up to 4096 characters, that the platform hands devices along with the update (Udi)',
};

/** How the names of the files end that the platform stores, as a sentence tells them. */
export const endings = FILE_SUFFIXES.map((suffix) => `.${suffix}`)
	.join(', ')
	.replace(/, (?=[^,]*$)/, ' or ');

/** The kinds of files that the platform stores. */
export const fileSuffix: INodeProperties = {
	displayName: 'File Suffix',
	name: 'fileSuffix',
	type: 'options',
	default: 'bin',
	options: choicesOf(FILE_SUFFIXES, (suffix) => suffix.toUpperCase()),
	description: 'How the name of the file ends',
};
