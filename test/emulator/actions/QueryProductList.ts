import type { Action } from './action';
import { pageOf, shapedList } from './paging';

/** Lists the products; the counts sit inside `data` (the platform's page QueryProductList). */
export const queryProductList: Action = ({ fleet, parameters, settings }) => {
	const { records, counts } = pageOf(fleet.products, parameters, { largest: 200 });
	const printed = records.map((product) => ({
		...product,
		deviceCount: fleet.deviceCount(product.productKey),
	}));
	return { data: { ...counts, list: shapedList('productInfo', printed, settings.listShape) } };
};
