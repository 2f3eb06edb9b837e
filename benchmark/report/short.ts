import { figure, table, written } from './figures';
import type { Measured } from './figures';

/** What the short table tells of results.json. Stands by itself: the tests have none of the packages compared. */
export interface ShortResults {
	readonly date: string;
	readonly machine: { readonly cores: number };
	readonly plan: { readonly devices: number };
	readonly limited: Readonly<
		Record<Way, { readonly requests: Measured; readonly seconds: Measured }>
	>;
	readonly unlimited: Readonly<Record<Way, { readonly peakMemory: Measured }>>;
}

const WAYS = ['thisNode', 'itemByItem', 'popCoreSingle', 'popCore', 'iotSdk'] as const;
type Way = (typeof WAYS)[number];

/** The words of the short table in one language. */
interface Words {
	readonly lead: (devices: string, date: string, cores: number) => string;
	readonly head: readonly string[];
	readonly ways: Readonly<Record<Way, string>>;
}

const WORDS = {
	'docs/PERFORMANCE.md': {
		lead: (devices, date, cores) =>
			`${devices} devices at 10 requests a second, measured on ${date} on ${cores} cores. Median, with the smallest and largest in brackets. Ways that send one device a request are scaled up from fewer.`,
		head: ['Way', 'Requests', 'Time, s', 'Peak memory without the limit, MB'],
		ways: {
			thisNode: 'This node',
			itemByItem: 'Code and HTTP Request nodes',
			popCoreSingle: '@alicloud/pop-core, one device a call',
			popCore: '@alicloud/pop-core, 200 a call',
			iotSdk: '@alicloud/iot20180120, 200 a call',
		},
	},
	'docs/zh-CN.md': {
		lead: (devices, date, cores) =>
			`${devices} 台设备，每秒 10 个请求，${date} 在 ${cores} 核机器上测得。表中是中位数，括号内是最小值和最大值。每个请求只发一台设备的方式由较少的设备推算得出。`,
		head: ['方式', '请求数', '时间（秒）', '不限速时的内存峰值（MB）'],
		ways: {
			thisNode: '本节点',
			itemByItem: 'Code 节点和 HTTP Request 节点',
			popCoreSingle: '@alicloud/pop-core，每次一台设备',
			popCore: '@alicloud/pop-core，每次 200 台',
			iotSdk: '@alicloud/iot20180120，每次 200 台',
		},
	},
} satisfies Record<string, Words>;

type ShortDocument = keyof typeof WORDS;

/** The documents of the project that tell of the results. */
export const SHORT_DOCUMENTS = [
	'docs/PERFORMANCE.md',
	'docs/zh-CN.md',
] as const satisfies readonly ShortDocument[];

/** The part of such a document that tells of them. */
export function shortMarkdownOf(results: ShortResults, document: ShortDocument): string {
	const { lead, head, ways }: Words = WORDS[document];
	const { date, machine, plan, limited, unlimited } = results;
	const rows = WAYS.map((way) => [
		ways[way],
		written(limited[way].requests),
		written(limited[way].seconds),
		written(unlimited[way].peakMemory),
	]);
	return [lead(figure(plan.devices), date.slice(0, 10), machine.cores), table(head, rows)].join(
		'\n\n',
	);
}
