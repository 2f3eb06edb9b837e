import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, limit, platform, state } from '../meaning';

/** Codes of creating and changing products, and of their thing models. */
export const PRODUCT_ACTIONS: CodeTable = {
	'iot.prod.AlreadyExistedProductName': state(
		'Another product of this account bears that name.',
		NO_OPERATION,
	),
	'iot.prod.CreateProductFailed': platform(
		'The platform did not create the product and gave no reason.',
		NO_OPERATION,
	),
	'iot.prod.CreateProductTopicFailed': platform(
		'The platform did not create the topic category for the product and gave no reason.',
		NO_OPERATION,
	),
	'iot.prod.InvalidAliyunCommodityCode': input(
		'The platform does not sell anything under this commodity code.',
		NO_OPERATION,
	),
	'iot.prod.InvalidFormattedCatId': input(
		'There is no product category with this ID.',
		NO_OPERATION,
	),
	'iot.prod.InvalidFormattedProductName': input(
		'The platform does not accept this product name as it is written.',
		NO_OPERATION,
	),
	'iot.prod.LongProductDesc': input(
		'The text that describes the product is longer than allowed (on Alibaba Cloud: 100 characters).',
		NO_OPERATION,
	),
	'iot.prod.InvalidNodeType': input(
		'The platform knows no such node type for products.',
		NO_OPERATION,
	),
	'iot.prod.NotOpenID2Service': state(
		'This product does not use ID2, the service that proves the identity of devices.',
		'ID2 can only be chosen while a product is being created, so make a new product in the console.',
	),
	'iot.prod.NotSeniorProduct': state(
		'This product has no thing model, which the action relies on.',
		NO_OPERATION,
	),
	'iot.prod.NullProductName': input('No product name was given.', NO_OPERATION),
	'iot.prod.ProductCountExceedMax': limit(
		'The account may not have any more products (on Alibaba Cloud: 1,000).',
		'Remove a product in the console that nobody uses any more.',
	),
	'iot.prod.QueryProductAbilitiesFailed': platform(
		'The platform did not hand out the list of what the product can do.',
		NO_OPERATION,
	),
	'iot.prod.QueryProductAbilityFailed': platform(
		'The platform did not find this one feature of the product.',
		NO_OPERATION,
	),
	'iot.prod.UpdateProductFailed': platform(
		'The platform left the product as it was and gave no reason.',
		NO_OPERATION,
	),
};
