import { z } from 'zod';

/** HTTP status, code and message of a no. */
type Violation = [status: number, code: string, message: string];

const KEY_START = 'ota/firmware/';
const LARGEST_FILE = 1_048_576_000;

/** What a signed policy says: who has it may upload until it expires (ms since 1970). */
export function newPolicy(expiresAt: number): string {
	const policy = {
		expiration: new Date(expiresAt).toISOString(),
		conditions: [
			['content-length-range', 0, LARGEST_FILE],
			['starts-with', '$key', KEY_START],
		],
	};
	return Buffer.from(JSON.stringify(policy), 'utf8').toString('base64');
}

/**
 * What an upload does against its policy, undefined when it keeps it. The conditions are those of
 * every policy made here, and a signature has shown that the policy was made here.
 */
export function policyViolation(
	policy: string,
	fields: ReadonlyMap<string, string>,
	size: number,
	now: number,
): Violation | undefined {
	const start = 'Invalid according to Policy: ';
	if (now >= expiryOf(policy)) return [403, 'AccessDenied', `${start}Policy expired.`];
	if (!(fields.get('key') ?? '').startsWith(KEY_START)) {
		return [403, 'AccessDenied', `${start}Policy Condition failed: the key`];
	}
	if (size <= LARGEST_FILE) return undefined;
	return [400, 'EntityTooLarge', 'The file is larger than the policy allows'];
}

const POLICY = z.object({ expiration: z.string() });

function expiryOf(policy: string): number {
	const document: unknown = JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
	return Date.parse(POLICY.parse(document).expiration);
}
