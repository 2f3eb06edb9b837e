import {
	ASK_ADMIN,
	LATER,
	NOT_ON_INSTANCE,
	NOT_YOUR_WORKFLOW,
	PICK_PACKAGE,
	SLOW_DOWN,
} from './advice';
import type { CodeTable } from './meaning';
import {
	auth,
	clock,
	input,
	permission,
	platform,
	signature,
	throttle,
	transient,
} from './meaning';

const OWN_VERSION =
	'Choose the other Version in the credential, or set Common Parameters there to Minimal, which sends none.';

/** What the platform says before it looks at the action: key, signature, time, rate. */
export const GATEWAY: CodeTable = {
	MissingParameter: input(
		'The platform did not receive a value that the action cannot do without.',
		'See which required field of this node is empty and fill it in.',
	),
	MissingFirmwareId: input('The platform was not told which OTA package is meant.', PICK_PACKAGE),
	InvalidParameter: input(
		'The platform refused one of the values it was sent.',
		"Read the platform's message to see which value it means, and correct that field of this node.",
		{ perhapsDevices: true },
	),
	'InvalidTimeStamp.Format': clock(
		'The platform could not read the time stamp of the request.',
		NOT_YOUR_WORKFLOW,
	),
	'InvalidTimeStamp.Expired': clock(
		'The clock of this n8n and the clock of the platform are too far apart (on Alibaba Cloud: over 15 minutes).',
		'Turn on automatic time setting (NTP) on the computer that runs n8n.',
		{ retry: true },
	),
	IllegalTimestamp: signature('The time stamp was absent from the request.', NOT_YOUR_WORKFLOW),
	SignatureNonceUsed: signature(
		'The platform has seen this very request before and takes each one only once.',
		'Execute the node again. If this comes back, see whether a proxy between n8n and the platform sends requests twice.',
		{ retry: true },
	),
	SignatureDoesNotMatch: signature(
		'The platform computed another signature than the one it got, usually because AccessKey ID and AccessKey Secret are not a pair.',
		'Copy both anew into the credential, from System management > Key management in the console. There they are called Access Key and Secret Key.',
	),
	IncompleteSignature: signature(
		'The request was signed only in part.',
		'See that AccessKey ID and AccessKey Secret are both filled in in the credential. If they are, tell the maintainer of this node package.',
	),
	InvalidSignatureMethod: signature(
		'The platform takes signatures of the kind HMAC-SHA1 only, and this one was declared as another kind.',
		NOT_YOUR_WORKFLOW,
	),
	'InvalidAccessKeyId.NotFound': auth(
		'The AccessKey ID in the credential is unknown on this platform instance.',
		'In the console of the instance that the endpoint belongs to, open System management > Key management. Copy the Access Key into the AccessKey ID field of the credential.',
	),
	'InvalidAccessKeyId.Inactive': auth(
		'The AccessKey ID in the credential exists but is switched off.',
		'Switch it on under System management > Key management in the console, or put another AccessKey ID and AccessKey Secret into the credential.',
	),
	Forbidden: permission('The platform does not let this key do that.', ASK_ADMIN),
	'Forbidden.RAM': permission(
		'The key belongs to a sub-account that was not granted this action.',
		ASK_ADMIN,
	),
	NoPermission: permission(
		'The account of the credential lacks the permission for this action.',
		ASK_ADMIN,
	),
	InvalidAction: platform('The platform did not accept the name of the action.', NOT_ON_INSTANCE),
	'InvalidAction.NotFound': platform(
		'This platform instance knows no action with that name.',
		NOT_ON_INSTANCE,
	),
	'InvalidApi.NotFound': platform(
		'This platform instance knows no interface with that name.',
		NOT_ON_INSTANCE,
	),
	InvalidVersion: platform(
		'The platform did not accept the interface version it was asked for.',
		OWN_VERSION,
	),
	NoSuchVersion: platform(
		'The interface version that was asked for does not exist on this platform instance.',
		OWN_VERSION,
	),
	UnsupportedHTTPMethod: platform(
		'The platform does not take this action by the HTTP method that was used (GET or POST).',
		'Choose the other HTTP Method in the credential.',
	),
	UnsupportedOperation: platform(
		'This platform instance does not do what was asked.',
		NOT_ON_INSTANCE,
	),
	UnsupportedParameter: input(
		'One of the values sent belongs to a parameter that the platform does not know here.',
		'Empty the optional fields of this node one after the other until the request passes.',
	),
	Throttling: throttle(
		'More requests arrived at the platform than it takes in so short a time.',
		SLOW_DOWN,
	),
	'Throttling.User': throttle(
		"This account's requests came faster than the platform allows.",
		SLOW_DOWN,
	),
	'Throttling.Api': throttle(
		'Requests for this one action came faster than the platform allows.',
		SLOW_DOWN,
	),
	InternalError: transient(
		'Something went wrong inside the platform, and it may have carried out the request or not.',
		LATER,
	),
	ServiceUnavailable: transient('The platform could not be used just now.', LATER),
};
