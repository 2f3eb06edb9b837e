/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: runs on a developer's computer only */
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, IDataObject, INodeType, INodeTypes } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { join } from 'node:path';

/** Name of the package, which n8n puts before the names of its nodes. */
export const PACKAGE = 'n8n-nodes-tuya-iot-platform';

export const MANUAL_TRIGGER = 'n8n-nodes-base.manualTrigger';

/** The trigger of this package. */
export const POLL_TRIGGER = `${PACKAGE}.tuyaIotPlatformTrigger`;

/** n8n's own trigger is not installed here. Its items are pinned, so it never runs. */
const manualTrigger: INodeType = {
	description: {
		displayName: 'Manual Trigger',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts a workflow by hand',
		defaults: { name: 'Manual Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

/** The package as built, loaded the way n8n loads a community package. */
export class BuiltPackage implements INodeTypes {
	private constructor(
		private readonly loader: PackageDirectoryLoader,
		private readonly standIns: ReadonlyMap<string, INodeType>,
	) {}

	/** @param standIns nodes of other packages, by type */
	static async load(standIns: Readonly<Record<string, INodeType>> = {}): Promise<BuiltPackage> {
		const loader = new PackageDirectoryLoader(join(__dirname, '..', '..'));
		await loader.loadAll();
		const others = { [MANUAL_TRIGGER]: manualTrigger, ...standIns };
		return new BuiltPackage(loader, new Map(Object.entries(others)));
	}

	getByName(name: string): INodeType {
		const standIn = this.standIns.get(name);
		if (standIn) return standIn;
		const node = this.loader.getNode(name.replace(`${PACKAGE}.`, '')).type;
		if ('nodeVersions' in node) throw new Error(`${name} has versions, which nobody expects here`);
		return node;
	}

	getByNameAndVersion(name: string): INodeType {
		return this.getByName(name);
	}

	getKnownTypes(): IDataObject {
		return {};
	}

	credential(name: string): ICredentialType {
		return this.loader.getCredential(name).type;
	}

	/** Whether a workflow's node of this type can run here. */
	has(name: string): boolean {
		const [prefix, node = ''] = [name.slice(0, PACKAGE.length + 1), name.slice(PACKAGE.length + 1)];
		const isOurs = prefix === `${PACKAGE}.` && node in this.loader.known.nodes;
		return isOurs || this.standIns.has(name);
	}
}
