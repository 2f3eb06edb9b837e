/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: reads documents with a parser that a development dependency brings along */
import { createRequire } from 'node:module';
import { z } from 'zod';

/** An element of an XML document. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** Its own text, without that of its children. */
	readonly text: string;
	readonly children: readonly XmlElement[];
}

const element: z.ZodType<XmlElement, z.ZodTypeDef, unknown> = z.lazy(() =>
	z
		.object({
			'#name': z.string(),
			$: z.record(z.string()).default({}),
			_: z.string().default(''),
			$$: z.array(element).default([]),
		})
		.transform(({ '#name': name, $: attributes, _: text, $$: children }) => ({
			...{ name, attributes, text, children },
		})),
);

const parser = z
	.object({
		parseStringPromise: z
			.function()
			.args(z.string(), z.object({}).passthrough())
			.returns(z.promise(z.unknown())),
	})
	.parse(createRequire(require.resolve('@alicloud/pop-core'))('xml2js'));

/** Reads an XML document. Throws for one that is not well-formed. */
export async function parseXml(text: string): Promise<XmlElement> {
	const root: unknown = await parser.parseStringPromise(text, {
		...{ strict: true, explicitRoot: false },
		...{ explicitChildren: true, preserveChildrenOrder: true },
	});
	return element.parse(root);
}

/** An element and all within it, in the order of the document. */
export function elementsIn(root: XmlElement): XmlElement[] {
	return [root, ...root.children.flatMap(elementsIn)];
}
