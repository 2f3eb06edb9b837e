/**
 * The versions of the node, oldest first. A saved node keeps its version, looks as it did and does what it
 * did; a new one is of the newest. What 1.1 changed:
 * - Preview Only and Refuse More Than are fields of their own; they were options.
 * - A job that was picked from the list is looked at before anything is sent.
 * - What is said of a package is changed by Update; its value was `modify`.
 */
export const NODE_VERSIONS = [1, 1.1];

export const NEWEST_VERSION = 1.1;

/** Rules that show a field in nodes with what 1.1 changed, and in those before. Numbers, for that is all that n8n 1.x looks at. */
export const SINCE_1_1 = { '@version': [1.1] };
export const BEFORE_1_1 = { '@version': [1] };
