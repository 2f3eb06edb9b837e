import { DEMO } from '../fleet/fleets';
import { call, codeOf, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey } = DEMO;
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const NOW = Date.now();
const MINUTE = `${new Date(NOW).toISOString().slice(0, 16)}Z`;
const WIFI = { ProductKey, ModuleName: 'wifi' };

describe('given the modules of a product', () => {
	it('when one is created, changed and deleted, then the list follows', () =>
		withEmulator({ now: () => NOW }, async (emulator) => {
			const listed = async () => {
				const { data } = await call(emulator, 'ListOTAModuleByProduct', { ProductKey });
				return data;
			};
			const before = await listed();
			const made = { ...WIFI, AliasName: 'WLAN', Desc: 'radio' };
			expect(await call(emulator, 'CreateOTAModule', made)).toEqual(ENVELOPE);
			const stamps = { gmtCreate: MINUTE, gmtModified: MINUTE };
			const wifi = { productKey: ProductKey, moduleName: 'wifi', aliasName: 'WLAN', ...stamps };
			expect(await listed()).toEqual(expect.arrayContaining([{ ...wifi, desc: 'radio' }]));
			const changed = { ...WIFI, Desc: '2.4 GHz' };
			expect(await call(emulator, 'UpdateOTAModule', changed)).toEqual(ENVELOPE);
			expect(await listed()).toEqual(expect.arrayContaining([{ ...wifi, desc: '2.4 GHz' }]));
			expect(await call(emulator, 'DeleteOTAModule', WIFI)).toEqual(ENVELOPE);
			expect(await listed()).toEqual(before);
		}));

	it('when one record may stand single, then the only module is an object as on its page', () =>
		withEmulator({ listShape: 'single' }, async (emulator) => {
			await call(emulator, 'DeleteOTAModule', { ProductKey, ModuleName: 'mcu' });
			const { data } = await call(emulator, 'ListOTAModuleByProduct', { ProductKey });
			expect(data).toMatchObject({ moduleName: 'ble', aliasName: 'Bluetooth' });
		}));

	it('when ten are there, then an eleventh is refused', () =>
		withEmulator({}, async (emulator) => {
			for (let n = 3; n <= 10; n++) {
				const module = { ProductKey, ModuleName: `m${n}` };
				expect(await codeOf(emulator, 'CreateOTAModule', module)).toBe('');
			}
			const code = await codeOf(emulator, 'CreateOTAModule', WIFI);
			expect(code).toBe('iot.ota.CreateOTAModuleExceedLimit');
		}));

	it('when a module has a package, then it cannot be deleted', () =>
		withEmulator({}, async (emulator) => {
			emulator.fleet.addPackage({ productKey: ProductKey, moduleName: 'ble' });
			const code = await codeOf(emulator, 'DeleteOTAModule', { ProductKey, ModuleName: 'ble' });
			expect(code).toBe('iot.ota.DeleteOTAModulePackageExist');
		}));
});

describe('given requests on modules that are wrong', () => {
	it.each(['Create', 'Update'])('when %sOTAModule is called so, then it refuses', (verb) => {
		const refused = `iot.ota.${verb}OTAModuleParamError`;
		return expectCodes({}, `${verb}OTAModule`, [
			[{ ModuleName: 'wifi' }, 'iot.prod.NullProductKey'],
			[{ ...WIFI, ProductKey: 'x' }, 'iot.prod.NotExistedProduct'],
			[{ ProductKey }, refused],
			[{ ProductKey, ModuleName: 'a b' }, refused],
			[{ ProductKey, ModuleName: 'a'.repeat(65) }, refused],
			[{ ProductKey, ModuleName: 'ble', AliasName: 'a b' }, refused],
			[{ ...WIFI, Desc: 'a'.repeat(101) }, refused],
		]);
	});

	it('when a name is taken, reserved or unknown, then the code tells which', async () => {
		await expectCodes({}, 'CreateOTAModule', [
			[{ ProductKey, ModuleName: 'ble' }, 'iot.ota.CreateOTAModuleNameExist'],
			[{ ProductKey, ModuleName: 'default' }, 'iot.firmware.ModuleNameReserved'],
		]);
		await expectCodes({}, 'UpdateOTAModule', [[WIFI, 'iot.ota.UpdateOTAModuleParamError']]);
		await expectCodes({}, 'DeleteOTAModule', [
			[WIFI, 'iot.ota.DeleteOTAModuleParamError'],
			[{ ProductKey }, 'iot.ota.DeleteOTAModuleParamError'],
			[{ ProductKey, ModuleName: 'default' }, 'iot.ota.DeleteOtaDefaultModule'],
			[{ ModuleName: 'ble' }, 'iot.prod.NullProductKey'],
		]);
		await expectCodes({}, 'ListOTAModuleByProduct', [[{}, 'iot.prod.NullProductKey']]);
	});
});

describe('given the module versions of a device', () => {
	const ACTION = 'ListOTAModuleVersionsByDevice';
	const device = { ProductKey, DeviceName: 'testDevice1' };
	const page = { CurrentPage: 1, PageSize: 200 };

	it('when product and name, or the IotId, name it, then each module is listed', () =>
		withEmulator({}, async (emulator) => {
			const iotId = emulator.fleet.device(ProductKey, 'testDevice1')?.iotId;
			const common = { deviceName: 'testDevice1', iotId, productKey: ProductKey };
			const expected = {
				...ENVELOPE,
				...{ currentPage: 1, pageSize: 200, pageCount: 1, total: 2 },
				data: {
					simpleOTAModuleInfo: [
						{ ...common, moduleName: 'default', moduleVersion: '1.0.0' },
						{ ...common, moduleName: 'ble', moduleVersion: '2.0.0' },
					],
				},
			};
			expect(await call(emulator, ACTION, { ...page, ...device })).toEqual(expected);
			expect(await call(emulator, ACTION, { ...page, IotId: iotId })).toEqual(expected);
		}));

	it('when an update succeeds, then the new version is reported', () =>
		withEmulator({}, async (emulator) => {
			emulator.fleet.setStatus('testDevice1', 'SUCCEEDED');
			const answer = await call(emulator, ACTION, { ...page, ...device });
			expect(answer).toMatchObject({
				data: { simpleOTAModuleInfo: [{ moduleVersion: '1.0.1' }, { moduleVersion: '2.0.0' }] },
			});
		}));

	it('when the request is wrong, then it refuses', () =>
		expectCodes({}, ACTION, [
			[device, 'iot.common.InvalidPageParams'],
			[{ ...device, CurrentPage: 1, PageSize: 201 }, 'iot.common.InvalidPageParams'],
			[page, 'iot.prod.NullProductKey'],
			[{ ...page, ProductKey }, 'iot.device.NullDeviceName'],
			[{ ...page, ProductKey, DeviceName: 'x' }, 'iot.device.NotExistedDevice'],
			[{ ...page, IotId: 'x' }, 'iot.device.InvalidIoTId'],
		]));
});
