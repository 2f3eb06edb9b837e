import { LISTED_VALUE, PICK_PRODUCT, RENAME, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

/** Codes about products: the family `iot.prod`. */
export const PRODUCT: CodeTable = {
	'iot.prod.AlreadyExistedProductName': state(
		'Another product of this account bears that name.',
		'Give the product a name in this node that is not taken yet.',
	),
	'iot.prod.CreateProductFailed': platform(
		'The platform did not create the product and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.prod.CreateProductTopicFailed': platform(
		'The platform did not create the topic category for the product and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.prod.InvalidAliyunCommodityCode': input(
		'The platform does not sell anything under this commodity code.',
		'Set the commodity code to a documented value (on Alibaba Cloud: iothub or iothub_senior).',
	),
	'iot.prod.InvalidFormattedCatId': input(
		'There is no product category with this ID.',
		LISTED_VALUE,
	),
	'iot.prod.InvalidFormattedProductkey': input(
		'What was sent as product key does not look like one.',
		PICK_PRODUCT,
	),
	'iot.prod.InvalidFormattedProductName': input(
		'The platform does not accept this product name as it is written.',
		RENAME,
	),
	'iot.prod.LongProductDesc': input(
		'The text that describes the product is longer than allowed (on Alibaba Cloud: 100 characters).',
		'Cut the description of the product down in this node.',
	),
	'iot.prod.InvalidNodeType': input(
		'The platform knows no such node type for products.',
		LISTED_VALUE,
	),
	'iot.prod.NotExistedProduct': notFound(
		'No product of this account has that product key.',
		PICK_PRODUCT,
	),
	'iot.prod.NotOpenID2Service': state(
		'This product does not use ID2, the service that proves the identity of devices.',
		'ID2 can only be chosen while a product is being created, so make a new product in the console.',
	),
	'iot.prod.NotSeniorProduct': state(
		'This product has no thing model, which the action relies on.',
		'Select a product in this node that the console shows with a thing model.',
	),
	'iot.prod.NullProductKey': input('No product key was given.', PICK_PRODUCT),
	'iot.prod.NullProductName': input(
		'No product name was given.',
		'Fill in the name of the product in this node.',
	),
	'iot.prod.ProductCountExceedMax': limit(
		'The account may not have any more products (on Alibaba Cloud: 1,000).',
		'Remove a product in the console that nobody uses any more.',
	),
	'iot.prod.QueryDeviceCountActionError': platform(
		'The platform could not tell how many devices the product has.',
		PICK_PRODUCT,
	),
	'iot.prod.QueryProductAbilitiesFailed': platform(
		'The platform did not hand out the list of what the product can do.',
		'Compare the product key and the identifiers in this node with the thing model in the console.',
	),
	'iot.prod.QueryProductAbilityFailed': platform(
		'The platform did not find this one feature of the product.',
		'Compare the product key and the identifier in this node with the thing model in the console.',
	),
	'iot.prod.QueryProductListActionError': platform(
		'The platform did not hand out the list of products.',
		REVIEW_FIELDS,
	),
	'iot.prod.UpdateProductFailed': platform(
		'The platform left the product as it was and gave no reason.',
		REVIEW_FIELDS,
	),
};
