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
		for (const spelling of spellingsOf(secret)) safe = safe.replaceAll(spelling, HIDDEN);
	}
	safe = safe.replace(TELLING_PARAMETERS, `$1$2${HIDDEN}`).replace(/\s+/g, ' ').trim();
	return safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)}…` : safe;
}

/** How a secret can be written in a URL or in a text to sign, longest first; none for an empty one. */
function spellingsOf(secret: string): string[] {
	if (secret === '') return [];
	const once = percentEncode(secret);
	const twice = percentEncode(once);
	const inLowerCase = (text: string) =>
		text.replace(/%(?:25)?[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
	return [twice, inLowerCase(twice), once, inLowerCase(once), secret];
}
