import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { readEachItem, unusableExpression } from '../../nodes/TuyaIotPlatform/shared/parameters';
import { properties } from '../../nodes/TuyaIotPlatform/resources';
import { fail, ok } from '../../platform';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { PACKAGE } from '../engine/nodeTypes';
import { plainSamples, sparse } from './plainSamples';
import { cancelWorkflow } from './workflows';
import { cancelOnce } from './once';

let node: INodeType;
let ownExecute: INodeType['execute'];
beforeAll(() => {
	node = engine.types.getByName(`${PACKAGE}.tuyaIotPlatform`);
	ownExecute = node.execute;
});
afterEach(() => {
	node.execute = ownExecute;
});

/** Reads a field of the real node on the engine, of items that hold whatever the test puts there. */
async function onEngine(
	parameters: INodeParameters,
	items: readonly unknown[],
	use: (context: IExecuteFunctions) => void,
): Promise<void> {
	let used = false;
	node.execute = async function (this: IExecuteFunctions) {
		for (const [index, item] of this.getInputData().entries()) {
			Object.assign(item, { json: items[index] });
		}
		use(this);
		used = true;
		return await Promise.resolve([[]]);
	};
	const workflow = cancelWorkflow({ parameters });
	const { error } = await engine.run(
		workflow,
		{},
		items.map(() => ({ json: {} })),
	);
	if (error) throw error;
	expect(used).toBe(true);
}

/** What each item gives: by this package's reader, and by n8n alone. Counts how often the first asks n8n. */
async function bothWays(name: string, raw: string | IDataObject, items: readonly unknown[]) {
	const ways = { ours: [] as unknown[], n8n: [] as unknown[], asked: 0 };
	await onEngine({ [name]: raw as INodeParameters[string] }, items, (context) => {
		const n8n = context.getNodeParameter.bind(context);
		for (const item of items.keys()) {
			try {
				ways.n8n.push(ok(n8n(name, item, '', { extractValue: true })));
			} catch (error) {
				ways.n8n.push(fail(unusableExpression('Field', error)));
			}
		}
		const counting = counted(context, () => ways.asked++);
		const readAt = readEachItem(counting, name, 'Field', ok<unknown>);
		for (const item of items.keys()) ways.ours.push(readAt(item));
	});
	return ways;
}

/** The same, but tells each time that n8n evaluates a field. */
function counted(context: IExecuteFunctions, onEvaluation: () => void): IExecuteFunctions {
	const n8n = context.getNodeParameter.bind(context);
	return Object.assign(Object.create(context) as IExecuteFunctions, {
		getNodeParameter: (...given: Parameters<typeof n8n>) => {
			if (given[3]?.extractValue) onEvaluation();
			return n8n(...given);
		},
	});
}

/** As a field's whole value, and as a locator's. */
const FIELDS = {
	deviceNames: (expression: string) => expression,
	productKey: (expression: string) => ({ __rl: true, mode: 'id', value: expression }),
};
type Field = keyof typeof FIELDS;
const fields: Field[] = ['deviceNames', 'productKey'];

describe('A plain expression', () => {
	it('given expressions with odd keys, odd spacing and odd values, when each item is read, then it gives what n8n gives', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...fields),
				plainSamples,
				async (field, { expression, items }) => {
					const { ours, n8n } = await bothWays(field, FIELDS[field](expression), items);
					expect(ours).toStrictEqual(n8n);
				},
			),
			{ numRuns: 250 },
		);
	});

	it.each([
		'={{ $json.a }}',
		'={{$json.a}}',
		'={{ $json["a"] }}',
		"={{$json['a']}}",
		'={{\n\t$json.a }}',
		'={{ $json["b c"].d[0] }}',
		'={{ $json["名"]["0"] }}',
	])(
		'given %s, when 50 items hold strings, numbers or lists of strings, then n8n is asked for the first alone',
		async (expression) => {
			const values = ['x', 7, ['x', 'y']];
			const items = Array.from({ length: 50 }, (_, index) => {
				const end = values[index % 3];
				return { a: end, 'b c': { d: [end] }, 名: { 0: end } };
			});
			for (const field of fields) {
				const ways = await bothWays(field, FIELDS[field](expression), items);
				expect(ways.ours).toStrictEqual(items.map(({ a }) => ok(a)));
				expect(ways.ours).toStrictEqual(ways.n8n);
				expect(ways.asked).toBe(1);
			}
		},
	);

	it.each([
		'={{ ($json.a) }}',
		'={{ $json.a + "" }}',
		'={{ $json.a }} ',
		'=x{{ $json.a }}',
		'={{ $json.a[0] }}',
		'={{ $json.a.length }}',
		'={{ $json?.a }}',
		'=$json.a',
	])(
		'given %s, which is more than plain, when it is read, then n8n is asked',
		async (expression) => {
			const items = [{ a: 'x' }, { a: 'y' }, { a: 'z' }];
			const { ours, n8n, asked } = await bothWays('deviceNames', expression, items);
			expect(ours).toStrictEqual(n8n);
			expect(asked).toBe(3);
		},
	);

	it.each([
		['absent', {}],
		['null', { a: null }],
		['a switch', { a: true }],
		['not a number', { a: NaN }],
		['a date', { a: new Date(0) }],
		['a list with a number', { a: ['x', 1] }],
		['a list with a gap', { a: sparse }],
		['an object', { a: { b: 'x' } }],
		['inherited', Object.create({ a: 'inherited' })],
		['computed', Object.defineProperty({}, 'a', { get: () => 'x', enumerable: true })],
	])('given a value that is %s, when it is read, then n8n is asked', async (_, json: unknown) => {
		const items = [{ a: 'usual' }, json, json];
		const { ours, n8n, asked } = await bothWays('deviceNames', '={{ $json.a }}', items);
		expect(ours).toStrictEqual(n8n);
		expect(asked).toBe(3);
	});

	it.each(['={{ $json.constructor }}', '={{ $json["a. constructor"] }}', '={{ $json.arguments }}'])(
		'given %s, which n8n forbids, when items hold such a key, then each is refused as n8n refuses it',
		async (expression) => {
			const items = [1, 2].map(() => ({ constructor: 'x', 'a. constructor': 'x', arguments: 'x' }));
			const { ours, n8n, asked } = await bothWays('deviceNames', expression, items);
			expect(ours).toStrictEqual(n8n);
			expect(ours).toMatchObject([{ ok: false }, { ok: false }]);
			expect(asked).toBe(2);
		},
	);

	it('given a locator whose shown name is an expression that fails, when it is read, then it is refused as n8n refuses it', async () => {
		const locator = { ...FIELDS.productKey('={{ $json.a }}'), cachedResultName: '={{ $( }}' };
		const { ours, n8n, asked } = await bothWays('productKey', locator, [{ a: 'x' }, { a: 'y' }]);
		expect(ours).toStrictEqual(n8n);
		expect(asked).toBe(2);
	});

	it('given 10,000 items with four plain expressions, when they are cancelled, then n8n evaluates four in all', async () => {
		let evaluations = 0;
		node.execute = async function (this: IExecuteFunctions) {
			return (await ownExecute?.call(counted(this, () => evaluations++))) ?? [[]];
		};
		const items = Array.from({ length: 10_000 }, (_, index) => ({
			jobId: DEMO.jobId,
			deviceNames: `testDevice${index + 1}`,
		}));
		const { outputs } = await cancelOnce({
			on: { fleet: buildFleet({ devices: 10_000 }) },
			items,
			parameters: { options: { requestsPerSecond: 100 } },
		});
		expect(outputs[0]).toHaveLength(10_000);
		expect(evaluations).toBe(4);
	});

	// What n8n would make of a value in these two ways, this package's reader does not.
	it('given the fields of all operations, when looked at, then none lets n8n extract from or convert its value', () => {
		const modes = properties.flatMap((field) => [field, ...(field.modes ?? [])]);
		const changing = modes.filter((field) => 'extractValue' in field || 'validateType' in field);
		expect(changing).toEqual([]);
	});
});
