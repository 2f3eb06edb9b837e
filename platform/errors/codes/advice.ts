// Remedies that many codes share. One wording each, so that the same fix always reads the same.
// Fields, operations and choices go by the names that the editor shows, capitals included: a test looks for them.

export const REVIEW_FIELDS =
	'Go through the fields of this node, correct what does not fit, and execute the node again.';

export const PICK_PRODUCT =
	'Select the Product in this node, or paste the product key that the console shows for it.';

export const PICK_PACKAGE =
	'Select the OTA Package in this node, or paste the package ID that the console shows for it.';

export const PICK_JOB =
	'Select the OTA Job in this node, or paste the job ID that the console shows for it.';

export const REVIEW_DEVICES =
	'See whether Product in this node is right, and every entry of Device or Device Names exists under that product.';

export const FILL_IN_DEVICES =
	'Fill in Device Names in this node, and see that its input item carries them.';

export const VERIFY_FIRST =
	'Run Create Verification for this OTA package on a test device, then execute the node again.';

export const SLOW_DOWN =
	'Leave a pause before the next attempt. If this comes often, lower Requests per Second under Options.';

export const LATER =
	'Execute the node again in a few minutes. If it was to create something, first look in the console whether that exists by now.';

export const NOT_YOUR_WORKFLOW =
	'Your workflow is not the cause. Update this node package under Settings > Community nodes, or tell its maintainer.';

export const NOT_ON_INSTANCE =
	'Not every instance has every action. Look in the console whether yours has the feature, and pick another Operation in this node if it does not.';

export const ASK_ADMIN =
	"Whoever administers the platform instance can grant this action to the key's account.";

/** For codes of actions that no operation but Call Action calls. */
export const NO_OPERATION =
	'This node has no operation of its own for that. Look the code up in the console of your instance, or ask its support.';
