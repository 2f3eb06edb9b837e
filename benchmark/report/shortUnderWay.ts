import { figure, table, written } from './figures';
import type { Measured } from './figures';

interface Figures {
	readonly requests: Measured;
	readonly secondsUntilHalf?: Measured;
	readonly secondsUntilAll?: Measured;
}

/** What the short table tells of results.json. Stands by itself: the tests have none of the packages compared. */
export interface ShortUnderWay {
	readonly date: string;
	readonly machine: { readonly cores: number };
	readonly plan: { readonly devicesUnderWay: number };
	readonly underWay: Readonly<Record<Way, Figures>>;
}

const WAYS = ['thisNodeOfJob', 'thisNode', 'popCoreHalving', 'popCoreSingle'] as const;
type Way = (typeof WAYS)[number];

/** The words of the short table in one language. */
interface Words {
	readonly lead: (devices: string, date: string, cores: number) => string;
	readonly head: readonly string[];
	readonly never: string;
	readonly ways: Readonly<Record<Way, string>>;
}

const WORDS = {
	'README.md': {
		lead: (devices, date, cores) =>
			`A roll-out under way, measured on ${date} on ${cores} cores: of ${devices} devices 30 % have finished, 5 % are installing and 1 % is unknown to the platform; the others are to be cancelled at 10 requests a second. Median, with the smallest and largest in brackets. The scripts are scaled up from fewer devices.`,
		head: ['Way', 'Requests', 'Half cancelled after, s', 'All cancelled after, s'],
		never: 'never',
		ways: {
			thisNodeOfJob: 'This node, with a job',
			thisNode: 'This node, without a job',
			popCoreHalving: '@alicloud/pop-core, 200 a call, halving what is refused',
			popCoreSingle: '@alicloud/pop-core, one device a call',
		},
	},
	'docs/zh-CN.md': {
		lead: (devices, date, cores) =>
			`正在进行的升级，${date} 在 ${cores} 核机器上测得：${devices} 台设备中，30% 已完成，5% 正在安装，1% 在平台上不存在；其余设备以每秒 10 个请求取消。表中是中位数，括号内是最小值和最大值。脚本的数据由较少的设备推算得出。`,
		head: ['方式', '请求数', '取消一半所用时间（秒）', '全部取消所用时间（秒）'],
		never: '未达到',
		ways: {
			thisNodeOfJob: '本节点，指定批次',
			thisNode: '本节点，不指定批次',
			popCoreHalving: '@alicloud/pop-core，每次 200 台，被拒绝时对半拆分',
			popCoreSingle: '@alicloud/pop-core，每次一台设备',
		},
	},
} satisfies Record<string, Words>;

type UnderWayDocument = keyof typeof WORDS;

/** The documents of the project that tell of a roll-out under way. */
export const UNDER_WAY_DOCUMENTS = [
	'README.md',
	'docs/zh-CN.md',
] as const satisfies readonly UnderWayDocument[];

/** The part of such a document that tells of it. */
export function shortUnderWayOf(results: ShortUnderWay, document: UnderWayDocument): string {
	const { date, machine, plan, underWay } = results;
	const { lead, head, never, ways }: Words = WORDS[document];
	const seconds = (figures: Measured | undefined) => (figures ? written(figures) : never);
	const rows = WAYS.map((way) => {
		const { requests, secondsUntilHalf, secondsUntilAll } = underWay[way];
		return [ways[way], written(requests), seconds(secondsUntilHalf), seconds(secondsUntilAll)];
	});
	const devices = figure(plan.devicesUnderWay);
	return [lead(devices, date.slice(0, 10), machine.cores), table(head, rows)].join('\n\n');
}
