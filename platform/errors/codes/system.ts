import { ASK_ADMIN, PICK_PRODUCT, REVIEW_DEVICES, REVIEW_FIELDS, SLOW_DOWN } from './advice';
import type { CodeTable } from './meaning';
import { auth, input, notFound, permission, platform, state, throttle, transient } from './meaning';

const INSTANCE =
	'Correct or empty Instance ID in the credential, and see that Endpoint there is the one of your own instance.';

/** Codes that any action can answer with: accounts, instances, permissions, pages. */
export const SYSTEM: CodeTable = {
	'iot.system.SystemException': transient(
		'The platform stumbled over something of its own, and may or may not have carried out the request.',
		"Execute the node again in a few minutes, after a look in the console if it was to create something. If this goes on, give the request ID to the platform's support.",
	),
	'iot.system.InstanceNotFound': notFound(
		'The platform cannot find the instance that was named.',
		INSTANCE,
	),
	'iot.Sre.IotInstanceNotFound': notFound(
		'The instance that was named is not known to the platform.',
		INSTANCE,
	),
	'iot.system.UidNotFound': auth(
		'The platform does not know the account of the credential, or the account never opened the IoT service.',
		'Sign in to the console with this account to see that the service is active, then copy the key pair into the credential again.',
	),
	'iot.system.IllegalRequest': input(
		'The platform could not make sense of the values it was sent.',
		REVIEW_FIELDS,
		{ perhapsDevices: true },
	),
	'iot.system.BillIsOverDue': state(
		'The platform holds back its service because a bill of the account is overdue.',
		'Once the bill has been settled in the console, execute the node again.',
	),
	'iot.common.InvalidPageParams': input(
		'The platform has no page of this number or size.',
		'Switch off Return All in this node and lower Limit.',
	),
	'iot.common.InvalidTenant': auth(
		'The platform does not accept the account of the credential for this request.',
		"See in the console under System management > Key management that the credential's key pair belongs to the right account.",
	),
	'iot.common.QueryDeviceActionError': platform(
		'The platform could not look up the devices.',
		REVIEW_DEVICES,
		{ devices: true },
	),
	'iot.common.QueryDevicePropertyActionError': platform(
		'The platform could not look up what the devices report about themselves.',
		REVIEW_FIELDS,
	),
	'iot.common.QueryProductActionError': platform(
		'The platform could not look up the product.',
		PICK_PRODUCT,
	),
	'iot.common.QueryProductCountActionError': platform(
		'The platform could not tell how many products there are.',
		REVIEW_FIELDS,
	),
	'iot.common.RamActionPermissionDeny': permission(
		'Access management (RAM) denies this action to the sub-account of the credential.',
		ASK_ADMIN,
	),
	'iot.common.AuthActionPermissionDeny': permission(
		'The platform denied access, as it does for products and devices of other accounts.',
		'See that Product and Device Names in this node belong to the same account as the credential.',
		{ devices: true },
	),
	'iot.common.APINotSupportedInInstance': platform(
		'Your platform instance does not come with this action.',
		'Pick a different Operation in this node, or ask whoever runs the instance whether the feature can be added.',
	),
	'iot.common.InvalidFormattedParameter': input(
		'One of the values is not written the way the platform expects it.',
		REVIEW_FIELDS,
		{ perhapsDevices: true },
	),
	'iot.check.InvalidFormattedParameter': input(
		'The platform could not read one of the values as it was written.',
		REVIEW_FIELDS,
		{ perhapsDevices: true },
	),
	'iot.messagebroker.RateLimit': throttle(
		'Messages or requests came faster than the platform lets them through.',
		SLOW_DOWN,
	),
};
