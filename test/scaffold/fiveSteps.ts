import type { SourceCopy } from './copy';

/** The five steps of CONTRIBUTING.md, for an operation Disable that calls the action DisableThing. */
export function addDisable(copy: SourceCopy): void {
	facts(copy);
	emulator(copy);
	operation(copy);
	register(copy);
	test(copy);
}

function facts(copy: SourceCopy): void {
	copy.insert(
		'platform/catalog/device.ts',
		'export const DEVICE = {\n',
		`	DisableThing: {
		parameters: { IotId: TEXT, ProductKey: TEXT, DeviceName: TEXT },
		effect: 'change',
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/DisableThing',
	},
`,
	);
	copy.insert(
		'test/platform/catalog.test.ts',
		'const REQUIRED: Record<ActionName, string[]> = {\n',
		'	DisableThing: [],\n',
	);
}

function emulator(copy: SourceCopy): void {
	const folder = 'test/emulator/actions';
	copy.write(
		`${folder}/DisableThing.ts`,
		`import type { Action } from './action';
import { namedDevice } from './inputs';

/** Keeps a device from connecting. */
export const disableThing: Action = ({ fleet, parameters }) => {
	Object.assign(namedDevice(parameters, fleet), { status: 'DISABLE' });
	return {};
};
`,
	);
	copy.insert(
		`${folder}/index.ts`,
		"import { deleteOtaModule } from './DeleteOTAModule';\n",
		"import { disableThing } from './DisableThing';\n",
	);
	copy.insert(
		`${folder}/index.ts`,
		"	['DeleteOTAModule', deleteOtaModule],\n",
		"	['DisableThing', disableThing],\n",
	);
}

function operation(copy: SourceCopy): void {
	copy.write(
		'nodes/TuyaIotPlatform/resources/device/disable.ts',
		`import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';

/** Keeps a device from connecting, with the action DisableThing. */
export const disable = defineOperation({
	value: 'disable',
	name: 'Disable',
	action: 'Disable device',
	description: 'Keep a device from connecting to the platform',
	cloudAction: 'DisableThing',
	fields: oneDevice,
});
`,
	);
}

function register(copy: SourceCopy): void {
	const index = 'nodes/TuyaIotPlatform/resources/device/index.ts';
	copy.insert(
		index,
		"import type { Resource } from '../../operations/operation';\n",
		"import { disable } from './disable';\n",
	);
	copy.insert(index, 'operations: [getMany, get, getStatus', ', disable');
}

function test(copy: SourceCopy): void {
	const variants = 'test/nodes/operations/variants/device.ts';
	copy.insert(variants, 'import { byId', ', DONE');
	copy.insert(
		variants,
		'export const DEVICE: readonly Variant[] = [\n',
		`	{
		resource: 'device',
		operation: 'disable',
		action: 'DisableThing',
		given: 'product and name',
		fields: { deviceBy: 'name', ...ofProduct, deviceName: byId('testDevice1') },
		wire: { ProductKey: productKey, DeviceName: 'testDevice1' },
		items: [DONE],
	},
	{
		resource: 'device',
		operation: 'disable',
		action: 'DisableThing',
		given: 'an IoT ID',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(1) },
		wire: { IotId: iotIdOf(1) },
		items: [DONE],
	},
`,
	);
}
