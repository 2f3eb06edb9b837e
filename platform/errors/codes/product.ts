import { PICK_PRODUCT, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, notFound, platform } from './meaning';

/** Codes about reading products. */
export const PRODUCT: CodeTable = {
	'iot.prod.InvalidFormattedProductkey': input(
		'What was sent as product key does not look like one.',
		PICK_PRODUCT,
	),
	'iot.prod.NotExistedProduct': notFound(
		'No product of this account has that product key.',
		PICK_PRODUCT,
	),
	'iot.prod.NullProductKey': input('No product key was given.', PICK_PRODUCT),
	'iot.prod.QueryDeviceCountActionError': platform(
		'The platform could not tell how many devices the product has.',
		PICK_PRODUCT,
	),
	'iot.prod.QueryProductListActionError': platform(
		'The platform did not hand out the list of products.',
		REVIEW_FIELDS,
	),
};
