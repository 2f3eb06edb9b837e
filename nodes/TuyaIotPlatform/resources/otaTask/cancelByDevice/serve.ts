import type { DeviceReport } from '../../../../../platform';
import type { ServedItem } from './output';
import type { PreparedCancel } from './prepareCancel';

/** Hands each usable item the reports on the devices that it names. */
export function servedItems(
	{ plan, usable }: PreparedCancel,
	reports: readonly DeviceReport[],
): ServedItem[] {
	const byPlace = new Map<number, Map<string, DeviceReport>>();
	for (const report of reports) {
		const { place } = report.result;
		const ofPlace = byPlace.get(place) ?? new Map<string, DeviceReport>();
		byPlace.set(place, ofPlace.set(report.deviceName, report));
	}
	return usable.map(({ itemIndex, target }, number) => {
		const found = [...new Set(target.deviceNames)].flatMap((name) => {
			const place = plan.placesOfNames[number]?.get(name) ?? -1;
			return byPlace.get(place)?.get(name) ?? [];
		});
		return {
			itemIndex,
			reports: found.sort((left, right) => left.result.place - right.result.place),
		};
	});
}

/** For each planned request: the items that name a device, by device name. */
export function itemsOfDevices({
	plan,
	usable,
}: PreparedCancel): ReadonlyArray<ReadonlyMap<string, number[]>> {
	const itemsOf = plan.requests.map(() => new Map<string, number[]>());
	for (const [number, { itemIndex, target }] of usable.entries()) {
		for (const name of new Set(target.deviceNames)) {
			const items = itemsOf[plan.placesOfNames[number]?.get(name) ?? -1];
			const known = items?.get(name);
			if (known) known.push(itemIndex);
			else items?.set(name, [itemIndex]);
		}
	}
	return itemsOf;
}
