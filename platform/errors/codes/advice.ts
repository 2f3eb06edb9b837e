// Remedies that many codes share. One wording each, so that the same fix always reads the same.

export const REVIEW_FIELDS =
	'Go through the fields of this node, correct what does not fit, and execute the node again.';

export const LISTED_VALUE =
	"Set this field to a value that the platform's documentation names for the action.";

export const PICK_PRODUCT =
	'Select the product in this node, or paste the product key that the console shows for it.';

export const PICK_PACKAGE =
	'Select the OTA package in this node, or paste the package ID that the console shows for it.';

export const PICK_JOB =
	'Select the job in this node, or paste the job ID that the console shows for it.';

export const REVIEW_DEVICES =
	'See whether the product key in this node is right and every device name exists under that product.';

export const APPLY_ID =
	'Set this field to the ApplyId that came back when the device names were checked.';

export const THING_MODEL =
	"Compare names and values with the product's thing model in the console, and correct them in this node.";

export const GRAY_SHARE =
	"Set the percentage of devices in this node, written as the platform's documentation shows it.";

export const RENAME =
	'Use a shorter name in this node, made of letters and digits as far as possible.';

export const VERIFY_FIRST =
	'Run a verification job for this OTA package on a test device, then execute the node again.';

export const SLOW_DOWN =
	'Leave a pause before the next attempt. If this comes often, lower Requests per Second under Options.';

export const LATER =
	'Execute the node again in a few minutes. If it was to create something, first look in the console whether that exists by now.';

export const NOT_YOUR_WORKFLOW =
	'Your workflow is not the cause. Update this node package under Settings > Community nodes, or tell its maintainer.';

export const ACTION_NAME =
	'Compare the action name with the documentation, capitals included. Not every instance has every action.';

export const ASK_ADMIN =
	"Whoever administers the platform instance can grant this action to the key's account.";
