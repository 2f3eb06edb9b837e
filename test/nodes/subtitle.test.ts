import type { INodeParameters, INodeType } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { eventField } from '../../nodes/TuyaIotPlatform/trigger/fields';
import { TuyaIotPlatform } from '../../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { TuyaIotPlatformTrigger } from '../../nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node';
import { node } from './workflows';

/** The subtitle under a node, as n8n's editor makes it. */
function subtitleOf(type: INodeType, parameters: INodeParameters): unknown {
	const one = node('Tuya', type.description.name, parameters);
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [one], connections: {}, active: false, nodeTypes });
	const { subtitle = '' } = type.description;
	return workflow.expression.getSimpleParameterValue(one, subtitle, 'internal', {});
}

const OPERATIONS = resources.flatMap(({ value: resource, name, operations }) =>
	operations.map((operation) => ({ resource, operation, words: `${operation.name}: ${name}` })),
);

/** The same but for capitals, which only begin a sentence and an abbreviation. */
function asSentence(title: string): string {
	const lower = title.toLowerCase().replace(/\b(?:ota|url)\b/g, (word) => word.toUpperCase());
	return lower.charAt(0).toUpperCase() + lower.slice(1);
}

describe('the subtitle under the node', () => {
	it.each(OPERATIONS.map((one) => [one.words, one] as const))(
		'given %s, when the canvas shows the node, then it reads like the names that were chosen',
		(words, { resource, operation }) => {
			const subtitle = subtitleOf(new TuyaIotPlatform(), { resource, operation: operation.value });
			expect(subtitle).toBe(asSentence(words));
		},
	);

	it.each([
		['otaTask', 'cancelByDevice', 'Cancel by device: OTA task'],
		['otaPackage', 'getUploadUrl', 'Get upload URL: OTA package'],
		['otaPackage', 'modify', 'Modify: OTA package'],
	])('given %s and %s, when the canvas shows the node, then it says "%s"', (...given) => {
		const [resource, operation, words] = given;
		expect(subtitleOf(new TuyaIotPlatform(), { resource, operation })).toBe(words);
	});
});

describe('the subtitle under the trigger', () => {
	const events = (eventField.field.options ?? []).flatMap((event) =>
		'value' in event ? [[event.name, String(event.value)] as const] : [],
	);

	it.each(events)(
		'given the event %s, when the canvas shows the trigger, then it reads like its name',
		(name, event) => {
			expect(subtitleOf(new TuyaIotPlatformTrigger(), { event })).toBe(asSentence(name));
		},
	);
});
