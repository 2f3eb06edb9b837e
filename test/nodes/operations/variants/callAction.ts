import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { DONE } from '../variant';

const { productKey, firmwareId } = DEMO;
const call = { resource: 'instance', operation: 'callAction' } as const;
const ofProduct = { ProductKey: productKey };

/** Any action, by its name and parameters. */
export const CALL_ACTION: readonly Variant[] = [
	{
		...call,
		action: 'UpdateOTAModule',
		given: 'a write',
		fields: {
			...{ action: 'UpdateOTAModule', effect: 'write', repeatingIsSafe: true },
			parameters: JSON.stringify({ ...ofProduct, ModuleName: 'ble', AliasName: 'Radio' }),
		},
		wire: { ...ofProduct, ModuleName: 'ble', AliasName: 'Radio' },
		items: [DONE],
	},
	{
		...call,
		action: 'ListOTAModuleByProduct',
		given: 'a read whose answer is wanted',
		fields: {
			...{ action: 'ListOTAModuleByProduct', effect: 'read', returns: 'answer' },
			parameters: `={{ { ProductKey: '${productKey}' } }}`,
		},
		wire: ofProduct,
		items: [{ ...DONE, data: expect.anything() }],
	},
	{
		...call,
		action: 'ListOTAFirmware',
		given: 'a read whose list is wanted to its end',
		fields: {
			...{ action: 'ListOTAFirmware', effect: 'read', returns: 'list', returnAll: true },
			additionalFields: { listPath: 'FirmwareInfo.SimpleFirmwareInfo', pageSize: 20 },
		},
		wire: { CurrentPage: '1', PageSize: '20' },
		items: [expect.objectContaining({ firmwareId })],
	},
	{
		...call,
		action: 'ListOTAFirmware',
		given: 'a read whose list is wanted up to a limit',
		fields: { action: 'ListOTAFirmware', effect: 'read', returns: 'list', limit: 1 },
		wire: { CurrentPage: '1', PageSize: '1' },
		items: [expect.objectContaining({ firmwareId })],
	},
];
