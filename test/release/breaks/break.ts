import type { PackageCopy } from '../packageCopy';

/** A way to break a rule. */
export interface Break {
	/** What the title of its row begins with. */
	readonly title: string;
	readonly make: (copy: PackageCopy) => void;
	/** What the script then says. */
	readonly told: readonly string[];
}

export const FOLDER = 'dist/nodes/TuyaIotPlatform';
export const NODE = `${FOLDER}/TuyaIotPlatform.node.js`;
export const TRIGGER = `${FOLDER}/TuyaIotPlatformTrigger.node.js`;
export const CREDENTIAL = 'dist/credentials/TuyaIotPlatformApi.credentials.js';

/** Runs code on each instance of a class that a packed file exports, as `it`, and on its `description`. */
export function edit(copy: PackageCopy, file: string, code: string): void {
	const name = file.replace(/^.*\/|\..*$/g, '');
	const body = `super(); const it = this; const { description } = it; ${code}`;
	copy.append(
		file,
		`\n{ const Whole = exports.${name}; exports.${name} = class extends Whole { constructor() { ${body} } }; }`,
	);
}
