import type { ParameterFacts, TextForm } from './facts';

/** Text that the action does without. */
export const TEXT: ParameterFacts = { type: 'text' };

/** Text that the action needs. */
export const REQUIRED_TEXT: ParameterFacts = { type: 'text', required: true };

/** Yes or no, which the action does without. */
export const BOOLEAN: ParameterFacts = { type: 'boolean' };

/** Number of the page asked for, where the action does without. */
export const PAGE_NUMBER: ParameterFacts = { type: 'integer', min: 1 };

/** Number of the page asked for, where the action needs it. */
export const REQUIRED_PAGE_NUMBER: ParameterFacts = { type: 'integer', required: true, min: 1 };

/**
 * Still on the platform's pages, copied from Alibaba Cloud, and better not sent: the instance is told by the
 * host the request goes to, so no example of the platform sends this.
 */
export const INSTANCE_ID: ParameterFacts = { type: 'text' };

/** The form of names and versions that must be the same on every system. */
export const LATIN: TextForm = {
	pattern: /^[A-Za-z0-9._-]+$/,
	advice: 'Use only Latin letters, digits, dots, hyphens and underscores.',
};
