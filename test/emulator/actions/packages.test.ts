import { createHash } from 'node:crypto';
import type { Emulator } from '../emulator';
import { DEMO } from '../fleet/fleets';
import { call, codeOf, dataOf, expectCodes, withEmulator } from '../testing';
import { granted, uploaded } from '../storage/uploading';

const { productKey: ProductKey, firmwareId: FirmwareId } = DEMO;
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const CONTENT = 'the bytes of a firmware';
const MD5 = createHash('md5').update(CONTENT).digest('hex');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const SOUND = {
	...{ DestVersion: '2.0.0', FirmwareName: 'lamp-2', FirmwareSign: MD5, ProductKey },
	...{ FirmwareSize: CONTENT.length, ModuleName: 'ble', SrcVersion: '1.0.0', Udi: '{"a":1}' },
};

async function created(emulator: Emulator, changes: object = {}) {
	const FirmwareUrl = await uploaded(emulator, CONTENT);
	return dataOf(emulator, 'CreateOTAFirmware', { ...SOUND, FirmwareUrl, ...changes });
}

describe('given an uploaded file', () => {
	it('when a package is made of it, then it is listed and its page has a signed link', () =>
		withEmulator({}, async (emulator) => {
			const made = await created(emulator, { FirmwareDesc: 'brighter' });
			expect(made).toEqual({ firmwareId: '169', utcCreate: expect.any(String) });
			const { utcCreate } = made;
			const listed = {
				...{ firmwareId: '169', firmwareName: 'lamp-2', firmwareDesc: 'brighter' },
				...{ productKey: ProductKey, productName: 'Street Lamp', moduleName: 'ble' },
				...{ srcVersion: '1.0.0', destVersion: '2.0.0', firmwareSize: CONTENT.length },
				...{ firmwareSign: MD5, signMethod: 'MD5', status: 0, type: 0 },
				...{ utcCreate, utcModified: utcCreate },
			};
			const page = { CurrentPage: 1, PageSize: 100, DestVersion: '2.0.0' };
			expect(await call(emulator, 'ListOTAFirmware', page)).toEqual({
				...ENVELOPE,
				...{ currentPage: 1, pageSize: 100, pageCount: 1, total: 1 },
				firmwareInfo: { simpleFirmwareInfo: [listed] },
			});
			const key = [...emulator.uploads.keys()][0];
			expect(await call(emulator, 'QueryOTAFirmware', { FirmwareId: '169' })).toEqual({
				...ENVELOPE,
				firmwareInfo: {
					...{ ...listed, udi: '{"a":1}', verifyProgress: 0 },
					firmwareUrl: expect.stringMatching(`^${emulator.url}/${key}\\?Expires=.*&Signature=`),
				},
			});
		}));

	it('when its SHA-256 signs it, or it needs no verification, then the package says so', () =>
		withEmulator({}, async (emulator) => {
			const changes = { SignMethod: 'SHA256', FirmwareSign: SHA256, NeedToVerify: false };
			await created(emulator, changes);
			expect(emulator.fleet.package('169')).toMatchObject({ signMethod: 'SHA256', status: -1 });
		}));

	it('when name or version is taken, then no second package is made', () =>
		withEmulator({}, async (emulator) => {
			await created(emulator);
			const FirmwareUrl = await uploaded(emulator, CONTENT);
			const again = (changes: object) =>
				codeOf(emulator, 'CreateOTAFirmware', { ...SOUND, FirmwareUrl, ...changes });
			expect(await again({ DestVersion: '3.0' })).toBe('iot.firmware.AlreadyExistedFirmwareName');
			expect(await again({ FirmwareName: 'b' })).toBe('iot.firmware.AlreadyExistedFirmwareVersion');
		}));

	it.each([
		['no version', { DestVersion: '' }, 'NullFirmwareVersion'],
		['a version with a space', { DestVersion: '2 0' }, 'IncorrectFormattedFirmwareVersion'],
		[
			'a version that is too long',
			{ DestVersion: '1'.repeat(65) },
			'IncorrectFormattedFirmwareVersion',
		],
		['no name', { FirmwareName: '' }, 'NullFirmwareName'],
		['a blank name', { FirmwareName: '  ' }, 'BlankFirmwareName'],
		['a name that starts with a hyphen', { FirmwareName: '-a' }, 'IncorrectFormattedFirmwareName'],
		['a name that is too long', { FirmwareName: 'a'.repeat(41) }, 'IncorrectFormattedFirmwareName'],
		['a long description', { FirmwareDesc: 'a'.repeat(101) }, 'FirmwareDescriptionExceedMaxLength'],
		['an unknown type', { Type: 1 }, 'InvalidFirmwareType'],
		['an unknown module', { ModuleName: 'wifi' }, 'IncorrectFormattedModuleName'],
		['the same two versions', { SrcVersion: '2.0.0' }, 'SrcDestVersionMatched'],
		['a bad source version', { SrcVersion: '2 0' }, 'IncorrectFormattedSrcVersion'],
		['no signature', { FirmwareSign: '' }, 'InvalidFirmwareSign'],
		['the signature of another file', { FirmwareSign: SHA256 }, 'InvalidFirmwareSign'],
		['an unknown way to sign', { SignMethod: 'SHA1' }, 'InvalidFirmwareSignMethod'],
		['another size', { FirmwareSize: 1 }, 'InvalidFirmwareSize'],
		['no link', { FirmwareUrl: '' }, 'NullFirmwareUrl'],
		['a link that is none', { FirmwareUrl: 'lamp.bin' }, 'MalformedFirmwareUrl'],
		['a link elsewhere', { FirmwareUrl: 'https://example.com/lamp.bin' }, 'InvalidFirmwareUrl'],
	])('when there is %s, then no package is made', (_, changes, code) =>
		withEmulator({}, async (emulator) => {
			const FirmwareUrl = await uploaded(emulator, CONTENT);
			const parameters = { ...SOUND, FirmwareUrl, ...changes };
			expect(await codeOf(emulator, 'CreateOTAFirmware', parameters)).toBe(`iot.firmware.${code}`);
			expect(emulator.fleet.packages).toHaveLength(1);
		}),
	);

	it('when nothing or an empty file was uploaded, then no package is made', () =>
		withEmulator({}, async (emulator) => {
			const unused = { ...SOUND, FirmwareUrl: (await granted(emulator))['firmwareUrl'] };
			const code = await codeOf(emulator, 'CreateOTAFirmware', unused);
			expect(code).toBe('iot.firmware.InvalidFirmwareUrl');
			const empty = { ...SOUND, FirmwareUrl: await uploaded(emulator, '') };
			const emptyCode = await codeOf(emulator, 'CreateOTAFirmware', empty);
			expect(emptyCode).toBe('iot.firmware.EmptyFirmwareFile');
		}));
});

describe('given a package', () => {
	it('when its texts are changed, then those that are not given stay', () =>
		withEmulator({}, async (emulator) => {
			const changes = { FirmwareId, FirmwareName: 'renamed', Udi: 'hello' };
			expect(await call(emulator, 'ModifyOTAFirmware', changes)).toEqual(ENVELOPE);
			expect(emulator.fleet.package(FirmwareId)).toMatchObject({
				...{ firmwareName: 'renamed', firmwareDesc: 'Dimming curve', udi: 'hello' },
			});
		}));

	it('when a change is wrong, then it is refused', () =>
		expectCodes({}, 'ModifyOTAFirmware', [
			[{ FirmwareName: 'a' }, 'MissingFirmwareId'],
			[{ FirmwareId: '9', FirmwareName: 'a' }, 'iot.firmware.FirmwareNotFound'],
			[{ FirmwareId }, 'iot.firmware.NullFirmwareName'],
			[{ FirmwareId, FirmwareName: 'a'.repeat(41) }, 'iot.firmware.IncorrectFormattedFirmwareName'],
			[{ FirmwareId, FirmwareName: 'a', ProductKey: 'x' }, 'iot.prod.NotExistedProduct'],
			[
				{ FirmwareId, FirmwareName: 'a', Udi: 'a'.repeat(4097) },
				'iot.common.InvalidFormattedParameter',
			],
		]));

	it('when it is deleted, then it is gone', () =>
		withEmulator({}, async (emulator) => {
			const FirmwareId = emulator.fleet.addPackage({ productKey: ProductKey }).firmwareId;
			expect(await call(emulator, 'DeleteOTAFirmware', { FirmwareId })).toEqual(ENVELOPE);
			for (const action of ['QueryOTAFirmware', 'DeleteOTAFirmware']) {
				const code = await codeOf(emulator, action, { FirmwareId });
				expect(code).toBe('iot.firmware.FirmwareNotFound');
			}
		}));

	it('when devices are being updated to it, then it cannot be deleted', () =>
		expectCodes({}, 'DeleteOTAFirmware', [[{ FirmwareId }, 'iot.firmware.DeleteFirmwareFailure']]));

	it.each(['QueryOTAFirmware', 'DeleteOTAFirmware'])(
		'when %s names none, then it refuses',
		(action) =>
			expectCodes({}, action, [
				[{}, 'MissingFirmwareId'],
				[{ FirmwareId: '' }, 'iot.firmware.NullFirmwareId'],
			]),
	);
});
