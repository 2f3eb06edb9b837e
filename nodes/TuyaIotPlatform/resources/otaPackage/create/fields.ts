import type { INodeProperties } from 'n8n-workflow';
import { PACKAGE_TYPES, SIGN_METHODS } from '../../../../../platform';
import type { SignMethod } from '../../../../../platform';
import { choicesOf } from '../../choices';
import { productLocator } from '../../locators';
import { descriptionField, endings, nameField, udiField } from '../fields';

const SIGN_METHOD_NAMES: Readonly<Record<SignMethod, string>> = { MD5: 'MD5', SHA256: 'SHA-256' };

const fromItem = { displayOptions: { show: { fileFrom: ['item'] } } };
const fromUrl = { displayOptions: { show: { fileFrom: ['url'] } } };

const file: readonly INodeProperties[] = [
	{
		displayName: 'File From',
		name: 'fileFrom',
		type: 'options',
		default: 'item',
		options: [
			{
				name: 'Input Item',
				value: 'item',
				description: 'Upload a file of the item; its size and signature are computed here',
			},
			{
				name: 'Uploaded File',
				value: 'url',
				description: 'Take a file that was uploaded with the answer of Get Upload URL',
			},
		],
		description: 'Where the file of the package comes from',
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the file',
		description: `Its name has to end in ${endings}. The platform takes up to 1000 MB.`,
		...fromItem,
	},
	{
		displayName: 'Firmware URL',
		name: 'firmwareUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://iotx-ota.oss-cn-shanghai.aliyuncs.com/ota/abc.bin',
		description: 'The FirmwareUrl that Get Upload URL gave',
		...fromUrl,
	},
	{
		displayName: 'Sign Method',
		name: 'signMethod',
		type: 'options',
		default: 'MD5',
		options: choicesOf(SIGN_METHODS, (method) => SIGN_METHOD_NAMES[method]),
		description: 'How devices check that the file arrived whole',
	},
	{
		displayName: 'Firmware Sign',
		name: 'firmwareSign',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 93230c3bde425a9d7984a594ac55ea1e',
		description: 'The MD5 or SHA-256 of the file, as hexadecimal digits',
		...fromUrl,
	},
];

/** The fields of Create, without the rule that shows them. */
export const createFields: readonly INodeProperties[] = [
	{
		...productLocator,
		required: false,
		hint: 'Leave empty for a package that every product may use',
		description: 'The product that the package is for, by its product key',
	},
	nameField,
	{
		displayName: 'Version',
		name: 'destVersion',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1.0.1',
		description:
			'The version that devices have afterwards: up to 64 letters, digits, dots, hyphens and underscores',
	},
	...file,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			descriptionField,
			{
				displayName: 'Firmware Size (Bytes)',
				name: 'firmwareSize',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				displayOptions: { show: { '/fileFrom': ['url'] } },
				description:
					'The size of the uploaded file in bytes. For a file of the item it is computed.',
			},
			udiField,
			{
				displayName: 'Module Name',
				name: 'moduleName',
				type: 'string',
				default: '',
				placeholder: 'e.g. wifi',
				description: 'The module that the package updates; without it the whole device',
			},
			{
				displayName: 'Need to Verify',
				name: 'needToVerify',
				type: 'boolean',
				default: true,
				description: 'Whether the package has to pass a verification job before a roll-out',
			},
			{
				displayName: 'Source Version',
				name: 'srcVersion',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1.0.0',
				description: 'The version of the module that the package updates from',
			},
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				default: 0,
				options: choicesOf(PACKAGE_TYPES, () => 'Full Package'),
				description: 'What the file holds. The platform takes full packages only.',
			},
		],
	},
];
