/** A property that a product's devices have, with the data types of the page QueryDevicePropertyStatus. */
export interface ThingProperty {
	identifier: string;
	name: string;
	dataType: 'int' | 'float' | 'double' | 'enum' | 'bool' | 'text' | 'date' | 'array' | 'struct';
	unit: string;
	/** whether it can be set */
	writable: boolean;
}

/** A service that a product's devices offer. */
export interface ThingService {
	identifier: string;
	/** the platform waits for what the device answers, and hands it on */
	synchronous: boolean;
}

/** What the devices of a product report and can be told. */
export interface ThingModel {
	properties: readonly ThingProperty[];
	services: readonly ThingService[];
}

/** A street lamp's, which every product has unless told otherwise. */
export const LAMP: ThingModel = {
	properties: [
		property('PowerSwitch', 'Power switch', 'bool'),
		property('Brightness', 'Brightness', 'int', '%'),
		property('ColorTemperature', 'Color temperature', 'float', 'K'),
		property('Dimming', 'Dimming curve', 'double'),
		property('Mode', 'Mode', 'enum'),
		property('Label', 'Label', 'text'),
		{ ...property('Uptime', 'Uptime', 'int', 's'), writable: false },
	],
	services: [
		{ identifier: 'Reboot', synchronous: false },
		{ identifier: 'ReadLog', synchronous: true },
	],
};

function property(
	identifier: string,
	name: string,
	dataType: ThingProperty['dataType'],
	unit = '',
): ThingProperty {
	return { identifier, name, dataType, unit, writable: true };
}
