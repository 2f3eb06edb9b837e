import { nameOption, switchOption } from '../../../shared/options';

export const chartOption = switchOption({
	displayName: 'Chart',
	name: 'chart',
	default: true,
	description:
		'Whether to hand on a chart of the states too, as a file of the item (SVG). An AI agent gets none.',
});

export const chartFieldOption = nameOption({
	displayName: 'Put Chart in Field',
	name: 'chartField',
	default: 'chart',
	placeholder: 'e.g. chart',
	description: 'The name of the output field to put the file with the chart in',
});
