import { createHash } from 'node:crypto';
import { DEMO } from '../../../emulator/fleet/fleets';
import { uploaded } from '../../../emulator/storage/uploading';
import type { Variant } from '../variant';
import { byId, DONE, FIRST_50, made } from '../variant';

const { productKey, firmwareId } = DEMO;
const CONTENT = 'firmware';
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const MD5 = createHash('md5').update(CONTENT).digest('hex');
const UPLOADED = expect.stringMatching(/^http:.*\/ota\/firmware\/[0-9a-f]{32}\.bin\?/);
const named = { firmwareName: 'lamp-102', destVersion: '1.0.2' };
const NAMED = { FirmwareName: 'lamp-102', DestVersion: '1.0.2' };
const NEW_PACKAGE = made({ firmwareId: expect.stringMatching(/^\d+$/) });
const PACKAGE = {
	...{ firmwareId, firmwareName: 'lamp-firmware', firmwareDesc: 'Dimming curve', productKey },
	...{ productName: 'Street Lamp', srcVersion: '1.0.0', destVersion: '1.0.1' },
	...{ moduleName: 'default', firmwareSize: 924, signMethod: 'MD5', status: 1, type: 0 },
	firmwareSign: '93230c3bde425a9d7984a594ac55ea1e',
	...{ utcCreate: expect.any(String), utcModified: expect.any(String) },
};

const create = {
	resource: 'otaPackage',
	operation: 'create',
	action: 'CreateOTAFirmware',
	items: [NEW_PACKAGE],
} as const;
const getMany = {
	resource: 'otaPackage',
	operation: 'getMany',
	action: 'ListOTAFirmware',
	items: [PACKAGE],
} as const;
const update = {
	resource: 'otaPackage',
	operation: 'update',
	action: 'ModifyOTAFirmware',
	items: [DONE],
} as const;

export const OTA_PACKAGE: readonly Variant[] = [
	{
		...create,
		given: 'an uploaded file and every field',
		fields: {
			...{ ...named, productKey: byId(productKey), fileFrom: 'url', signMethod: 'SHA256' },
			...{ firmwareUrl: '={{ $json.firmwareUrl }}', firmwareSign: SHA256 },
			additionalFields: {
				...{ firmwareDesc: 'Fixes a loop', udi: '{"note":"keep powered"}', moduleName: 'ble' },
				...{ firmwareSize: 8, needToVerify: false, srcVersion: '1.0.0', type: 0 },
			},
		},
		wire: {
			...{ ...NAMED, ProductKey: productKey, FirmwareUrl: UPLOADED, FirmwareSize: '8' },
			...{ FirmwareSign: SHA256, SignMethod: 'SHA256', FirmwareDesc: 'Fixes a loop' },
			...{ Udi: '{"note":"keep powered"}', ModuleName: 'ble', NeedToVerify: 'false' },
			...{ SrcVersion: '1.0.0', Type: '0' },
		},
		prepare: async (emulator) => ({ firmwareUrl: await uploaded(emulator, CONTENT) }),
	},
	{
		...create,
		given: 'an uploaded file and required fields only',
		fields: {
			...{ ...named, fileFrom: 'url', firmwareUrl: '={{ $json.firmwareUrl }}', firmwareSign: MD5 },
		},
		wire: { ...NAMED, FirmwareUrl: UPLOADED, FirmwareSign: MD5, SignMethod: 'MD5' },
		prepare: async (emulator) => ({ firmwareUrl: await uploaded(emulator, CONTENT) }),
	},
	{
		...create,
		given: 'a file of the item and required fields only',
		fields: { ...named, binaryPropertyName: 'data' },
		wire: {
			...{ ...NAMED, FirmwareUrl: UPLOADED, FirmwareSize: '8' },
			...{ FirmwareSign: MD5, SignMethod: 'MD5' },
		},
		binary: {
			data: {
				data: Buffer.from(CONTENT).toString('base64'),
				mimeType: 'application/octet-stream',
				fileName: 'lamp.bin',
			},
		},
	},
	{
		resource: 'otaPackage',
		operation: 'delete',
		action: 'DeleteOTAFirmware',
		given: 'its one field',
		fields: { firmwareId: byId('200') },
		wire: { FirmwareId: '200' },
		items: [DONE],
		prepare: ({ fleet }) => void fleet.addPackage({ productKey, firmwareId: '200' }),
	},
	{
		resource: 'otaPackage',
		operation: 'get',
		action: 'QueryOTAFirmware',
		given: 'its one field',
		fields: { firmwareId: byId(firmwareId) },
		wire: { FirmwareId: firmwareId },
		items: [{ ...PACKAGE, firmwareUrl: expect.any(String), udi: '', verifyProgress: 100 }],
	},
	{
		...getMany,
		given: 'every field',
		fields: {
			...{ productKey: byId(productKey), filters: { destVersion: '1.0.1' }, returnAll: true },
		},
		wire: { ProductKey: productKey, DestVersion: '1.0.1', CurrentPage: '1', PageSize: '100' },
	},
	{ ...getMany, given: 'a limit', fields: { limit: 50 }, wire: FIRST_50 },
	{
		resource: 'otaPackage',
		operation: 'getUploadUrl',
		action: 'GenerateOTAUploadURL',
		given: 'its one field',
		fields: { fileSuffix: 'tar.gz' },
		wire: { FileSuffix: 'tar.gz' },
		items: [
			made({
				...{ host: expect.any(String), key: expect.stringMatching(/\.tar\.gz$/) },
				...{ firmwareUrl: expect.any(String), objectStorage: 'OSS' },
			}),
		],
	},
	{
		...update,
		given: 'every field',
		fields: {
			...{ productKey: byId(productKey), firmwareId: byId(firmwareId), firmwareName: 'lamp-2' },
			additionalFields: { firmwareDesc: 'Better dimming', udi: 'keep powered' },
		},
		wire: {
			...{ ProductKey: productKey, FirmwareId: firmwareId, FirmwareName: 'lamp-2' },
			...{ FirmwareDesc: 'Better dimming', Udi: 'keep powered' },
		},
	},
	{
		...update,
		given: 'required fields only',
		fields: { firmwareId: byId(firmwareId), firmwareName: 'lamp-2' },
		wire: { FirmwareId: firmwareId, FirmwareName: 'lamp-2' },
	},
];
