import type { DeviceReport } from '../../../../../platform/cancellation/report';
import type { ServedItem } from './output';
import type { Preparation } from './prepare';

/** Hands each usable item the reports on the devices that it names. */
export function serve(
	{ plan, usable }: Preparation,
	reports: readonly DeviceReport[],
): ServedItem[] {
	const byPlace = new Map<number, Map<string, DeviceReport>>();
	for (const report of reports) {
		const { place } = report.result;
		const ofPlace = byPlace.get(place) ?? new Map<string, DeviceReport>();
		byPlace.set(place, ofPlace.set(report.deviceName, report));
	}
	return usable.map(({ itemIndex, target }, number) => {
		const names = [...new Set(target.deviceNames)];
		const found = (plan.placesOfTarget[number] ?? []).flatMap((place) => {
			const ofPlace = byPlace.get(place);
			return names.flatMap((name) => ofPlace?.get(name) ?? []);
		});
		return { itemIndex, reports: found };
	});
}

/** For a planned request: the items that name a device, by device name. */
export function itemsOfDevices(
	{ plan, usable }: Preparation,
	place: number,
): ReadonlyMap<string, number[]> {
	const items = new Map<string, number[]>();
	for (const [number, { itemIndex, target }] of usable.entries()) {
		if (!plan.placesOfTarget[number]?.includes(place)) continue;
		for (const name of new Set(target.deviceNames)) {
			const known = items.get(name);
			if (known) known.push(itemIndex);
			else items.set(name, [itemIndex]);
		}
	}
	return items;
}
