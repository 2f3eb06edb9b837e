import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { progressChart, progressToJson, readProgress } from '../../../../../platform';
import type { Progress } from '../../../../../platform';
import type { ServeItem } from '../../../operations/spec';
import { isTool } from '../../../shared/asTool';
import type { OptionReader } from '../../../shared/optionReader';
import { chartFieldOption, chartOption } from './options';

/** Reads the options of Get Progress and gives what serves an item: one output, with the chart if it is wanted. */
export async function prepareProgress(
	context: IExecuteFunctions,
	reader: OptionReader,
): Promise<ServeItem> {
	const hasChart = await reader.option(chartOption);
	const field = await reader.option(chartFieldOption);
	const isDrawn = hasChart && !isTool(context);
	return async ({ calls: [parameters] }, { call, platformNow }) => {
		const progress = await readProgress(String(parameters?.JobId ?? ''), call, platformNow);
		if (!progress.ok) return { outputs: [], ...progress.fault };
		const files = isDrawn ? { [field]: await chartFile(context, progress.value) } : undefined;
		return { outputs: [progressToJson(progress.value)], files };
	};
}

async function chartFile(
	{ helpers }: IExecuteFunctions,
	progress: Progress,
): Promise<IBinaryKeyData[string]> {
	const chart = Buffer.from(progressChart(progress));
	const name = `progress-${progress.job.jobId}.svg`;
	return await helpers.prepareBinaryData(chart, name, 'image/svg+xml');
}
