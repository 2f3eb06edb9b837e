import type { SourceCopy } from './copy';

/** Sources that the steps edit. */
export type Sources = Pick<SourceCopy, 'write' | 'insert'>;

/** An operation that is added to a copy of the sources, as `npx jest -t` finds what is said of it. */
export const ADDED = 'device\\.disable\\b|DisableThing';

/** The edits of the five steps of CONTRIBUTING.md, for an operation Disable that calls the action DisableThing. */
export const EDITS: Readonly<Record<string, (copy: Sources) => void>> = {
	facts,
	emulator,
	operation,
	register,
	variants,
	changelog,
};

function facts(copy: Sources): void {
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
}

function emulator(copy: Sources): void {
	copy.write(
		'test/emulator/actions/DisableThing.ts',
		`import type { Action } from './action';
import { namedDevice } from './inputs';

/** Keeps a device from connecting. */
export const disableThing: Action = ({ fleet, parameters }) => {
	Object.assign(namedDevice(parameters, fleet), { status: 'DISABLE' });
	return {};
};
`,
	);
}

function operation(copy: Sources): void {
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

function register(copy: Sources): void {
	const index = 'nodes/TuyaIotPlatform/resources/device/index.ts';
	copy.insert(
		index,
		"import type { Resource } from '../../operations/operation';\n",
		"import { disable } from './disable';\n",
	);
	copy.insert(index, 'operations: [\n', '\t\tdisable,\n');
}

function variants(copy: Sources): void {
	const file = 'test/nodes/operations/variants/device.ts';
	copy.insert(file, 'import { byId', ', DONE');
	copy.insert(
		file,
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

function changelog(copy: Sources): void {
	copy.insert('CHANGELOG.md', '## [Unreleased]\n', '\n### Added\n\n- Disable for devices.\n');
}
