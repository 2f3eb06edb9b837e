import type { Connection } from './connection';
import { percentEncode } from './signature';

const HIDDEN = '[hidden]';

/** Longest text of somebody else that is passed on, in characters. */
const LONGEST_QUOTE = 300;

/** Parameters that identify or prove the caller, as `Name=value` however often encoded. */
const TELLING_PARAMETERS =
	/\b(Signature|SignatureNonce|AccessKeyId)((?:%(?:25)*3D)|=)[^&\s"'<>]*/gi;

/**
 * Takes everything that identifies the caller out of a text that someone else wrote: the platform's
 * messages may quote the text that was signed, with the AccessKey ID in it. Also cuts it to 300 characters.
 */
export function withoutSecrets(
	text: string,
	connection: Pick<Connection, 'accessKeyId' | 'accessKeySecret'>,
): string {
	let safe = text;
	for (const secret of [connection.accessKeySecret, connection.accessKeyId]) {
		for (const spelling of new Set([
			percentEncode(percentEncode(secret)),
			percentEncode(secret),
			secret,
		])) {
			if (spelling !== '') safe = safe.replaceAll(spelling, HIDDEN);
		}
	}
	safe = safe.replace(TELLING_PARAMETERS, `$1$2${HIDDEN}`).replace(/\s+/g, ' ').trim();
	return safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)}…` : safe;
}
