import type { INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { properties } from '../../nodes/TuyaIotPlatform/resources';
import { TuyaIotPlatform } from '../../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { engine } from '../engine/loaded';
import { jsonOf } from './bench';
import { ownParameters } from './operations/bench';
import { runVariant } from './operations/runVariant';
import { nameOf } from './operations/variant';
import { VARIANTS } from './operations/variants';

const { description } = new TuyaIotPlatform();

/** The fields that the editor shows in a node of a version, its parameters being these. */
function shownIn(typeVersion: number, parameters: Record<string, string>): INodeProperties[] {
	return properties.filter((field) =>
		NodeHelpers.displayParameter(parameters, field, { typeVersion }, description),
	);
}

/** The operations that a node of a version offers for a resource, by value and name. */
function offered(typeVersion: number, resource: string): Array<[unknown, string]> {
	const [choice] = shownIn(typeVersion, { resource }).filter(({ name }) => name === 'operation');
	return (choice?.options ?? []).map((option) => [
		'value' in option ? option.value : undefined,
		option.name,
	]);
}

describe('given a new node', () => {
	it('when its version is looked up, then it is the newest', () => {
		expect(description.version).toEqual([1, 1.1]);
		expect(description.defaultVersion).toBe(1.1);
	});

	it('when the operations of a package are listed, then Update is one, by the value that other resources have for it', () => {
		expect(offered(1.1, 'otaPackage')).toContainEqual(['update', 'Update']);
		expect(offered(1.1, 'otaModule')).toContainEqual(['update', 'Update']);
	});

	it('when the first choice of operation for a resource is looked up, as n8n 1.x does for its list of actions, then it is that of new nodes', () => {
		const first = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('otaPackage'),
		);
		expect(first?.displayOptions?.show?.['@version']).toEqual([description.defaultVersion]);
	});
});

describe('given a node saved with version 1', () => {
	it('when the operations of a package are listed, then the saved value is offered, under the name of today', () => {
		expect(offered(1, 'otaPackage')).toContainEqual(['modify', 'Update']);
		expect(offered(1, 'otaPackage').map(([, name]) => name)).toEqual(
			offered(1.1, 'otaPackage').map(([, name]) => name),
		);
	});

	it('when its operation is one that has another value today, then its fields are the same', () => {
		const names = (version: number, operation: string) =>
			shownIn(version, { resource: 'otaPackage', operation }).map(({ name }) => name);
		expect(names(1, 'modify')).toEqual(names(1.1, 'update'));
		expect(names(1, 'modify')).toContain('firmwareName');
	});

	it.each(
		VARIANTS.map((variant) => [`${nameOf(variant)}, given ${variant.given}`, variant] as const),
	)('when it runs %s, then it asks and gives what it did', async (_, variant) => {
		const { action, wire, items, itemsOfVersion1 = items } = variant;
		const { execution, log } = await runVariant(engine, variant, { typeVersion: 1 });
		expect(execution.error).toBeUndefined();
		const requests = log.filter((entry) => entry.action === action);
		expect(requests.map(ownParameters)).toEqual([wire]);
		expect(jsonOf(execution.outputs[0])).toEqual(itemsOfVersion1);
	});
});
