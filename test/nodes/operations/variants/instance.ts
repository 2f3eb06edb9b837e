import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';

/** What Check tells of one thing. */
function point(name: string, seen: unknown, section?: string): Record<string, unknown> {
	return {
		...{ point: name, seen, meaning: expect.any(String), advice: expect.any(String) },
		...(section ? { section: expect.stringMatching(new RegExp(`^${section}\\. `)) } : {}),
	};
}

export const INSTANCE: readonly Variant[] = [
	{
		...{ resource: 'instance', operation: 'check', given: 'nothing' },
		// One of the many that it calls.
		action: 'ListOTAModuleByProduct',
		fields: {},
		wire: { ProductKey: DEMO.productKey },
		refusals: ['iot.firmware.FirmwareNotFound'],
		items: [
			point('Reachable', expect.stringMatching(/^yes/)),
			point('TLS and certificate', 'none'),
			point('Clock', expect.any(String), '3'),
			point('Signature', 'taken', '3'),
			point('Actions that read', expect.stringMatching(/^(\d+) of \1 allowed$/)),
			point('Common Parameters', 'Full: taken. Minimal: taken.', '2'),
			point('Version', expect.stringContaining('2022-01-01: taken.'), '2'),
			point('HTTP Method', 'GET: taken. POST: taken.', '4'),
			point('Format', expect.any(String), '5'),
			point('Keys of a yes', expect.any(String), '5'),
			point('Keys of a no', expect.any(String), '5'),
			point('IDs', expect.any(String), '5'),
			point('Lists', expect.any(String), '5'),
			point('Page size', expect.any(String), '5'),
			point('Filter by name', 'honoured by ListOTATaskByJob', '9'),
			point('Reads a second', 'not seen', '6'),
			point('Requests', expect.stringMatching(/^1\d, reads alone$/)),
			{ report: expect.stringMatching(/^## What the instance answered\n/) },
		],
	},
];
