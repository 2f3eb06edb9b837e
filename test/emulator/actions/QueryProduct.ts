import type { Action } from './action';
import { requiredProduct } from './inputs';
import { printedProduct } from './printed';

/** Tells all of one product, its secret too (the platform's page QueryProduct). */
export const queryProduct: Action = ({ fleet, parameters }) => {
	const product = requiredProduct(parameters, fleet);
	return {
		data: {
			...printedProduct(product, fleet),
			productSecret: product.productSecret,
			...{ aliyunCommodityCode: 'iothub_senior', categoryKey: 'Lighting' },
			...{ categoryName: 'Lighting', id2: false, netType: 3, owner: true },
			...{ productStatus: 'RELEASE_STATUS', protocolType: 'mqtt', validateType: 1 },
		},
	};
};
