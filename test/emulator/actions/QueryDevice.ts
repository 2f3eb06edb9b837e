import type { JsonObject } from '../http/json';
import type { Device } from '../fleet/records';
import type { Action } from './action';
import { optional, requiredProduct } from './inputs';
import { pageOf, shapedList } from './paging';
import { oldId } from './printedDevice';
import { hyphened, iso } from './times';
import { ensure } from './values';

const RULE = { largest: 50, defaultSize: 10 };
const DEEPEST_BY_NUMBER = 10_000;
const TOO_DEEP = 1_000_000;

/** Lists the devices of a product, the newest first (the platform's page QueryDevice). */
export const queryDevice: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const devices = fleet.devicesOfProduct(product.productKey).toReversed();
	const { records, counts } = pageOf(devices, { parameters, settings }, RULE);
	const { currentPage: page, pageSize, pageCount, total } = counts;
	checkDepth(page, pageSize, optional(parameters, 'NextToken'));
	const printed = records.map((device) => printedDevice(device, product.nodeType));
	return {
		...{ page, pageSize, pageCount, total },
		nextToken: page < pageCount ? tokenAfter(page, pageSize) : '',
		data: shapedList('deviceInfo', printed, settings.listShape),
	};
};

/** Page numbers alone lead to the first 10,000 devices, the token of the page before leads on. */
function checkDepth(page: number, pageSize: number, token: string | undefined): void {
	const refused = 'iot.common.InvalidPageParams';
	const depth = page * pageSize;
	if (token === undefined) {
		ensure(depth <= DEEPEST_BY_NUMBER, refused, 'Pages this deep need a NextToken');
		return;
	}
	ensure(depth < TOO_DEEP, refused, 'There are no pages this deep');
	ensure(token === tokenAfter(page - 1, pageSize), refused, 'NextToken is another page’s');
}

function tokenAfter(page: number, pageSize: number): string {
	return Buffer.from(`after ${page} of ${pageSize}`, 'utf8').toString('base64url');
}

function printedDevice(device: Device, nodeType: number): JsonObject {
	const { productKey, deviceName, iotId, deviceSecret, nickname, created, statusSince } = device;
	return {
		...{ productKey, deviceName, iotId, deviceSecret, nickname },
		deviceId: oldId(device),
		deviceStatus: device.status,
		deviceType: String(nodeType),
		...{ gmtCreate: hyphened(created), gmtModified: hyphened(statusSince) },
		...{ utcCreate: iso(created), utcModified: iso(statusSince) },
	};
}
