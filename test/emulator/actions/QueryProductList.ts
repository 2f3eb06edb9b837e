import type { Action } from './action';
import { pageOf, shapedList } from './paging';
import { printedProduct } from './printed';

/** Lists the products; the counts sit inside `data` (the platform's page QueryProductList). */
export const queryProductList: Action = ({ fleet, parameters, settings }) => {
	const { records, counts } = pageOf(fleet.products, { parameters, settings }, { largest: 200 });
	const printed = records.map((product) => printedProduct(product, fleet));
	return { data: { ...counts, list: shapedList('productInfo', printed, settings.listShape) } };
};
