import type { Endpoint } from './endpoint';
import { parseEndpoint } from './endpoint';
import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { HttpMethod } from './signature';
import { nameFlawOf } from '../input/text';

/** Versions that the platform's page "Common parameters" names. */
type ApiVersion = '2018-01-20' | '2022-01-01';

/**
 * Which common parameters go with a request. The platform's pages disagree: "full" is what the page
 * "Common parameters" lists, "minimal" what its examples show (PROTOCOL section 2).
 */
export type Dialect =
	| { readonly kind: 'full'; readonly version: ApiVersion }
	| { readonly kind: 'minimal' };

/** One instance of the platform and the key that opens it: a credential, checked. */
export interface Connection {
	readonly endpoint: Endpoint;
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
	readonly method: HttpMethod;
	readonly dialect: Dialect;
	/** Only Alibaba Cloud's own endpoint asks for it; else empty. */
	readonly regionId: string;
	/** Only Alibaba Cloud's own endpoint asks for it; else empty. */
	readonly instanceId: string;
	/** Whether a certificate that no known authority signed is taken. */
	readonly anyCertificate: boolean;
}

/** The fields of the credential as stored, whatever a user or an expression left in them. */
type CredentialFields = Readonly<Record<string, unknown>>;

/**
 * Checks a credential's fields and trims them. Refuses an unusable endpoint, empty keys and characters that
 * nobody sees; anything else
 * that is absent has the default of the credential.
 */
export function readConnection(fields: CredentialFields): Result<Connection, InputFault> {
	const text = (name: string) => {
		const value = fields[name];
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	const endpoint = parseEndpoint(text('endpoint'));
	if (!endpoint.ok) return endpoint;

	const accessKeyId = text('accessKeyId');
	const accessKeySecret = text('accessKeySecret');
	if (accessKeyId === '') return fail(missingKey('AccessKey ID', 'Access Key'));
	if (accessKeySecret === '') return fail(missingKey('AccessKey Secret', 'Secret Key'));

	const flaw = flawedField([
		['AccessKey ID', accessKeyId],
		['AccessKey Secret', accessKeySecret],
		['Region ID', text('regionId')],
		['Instance ID', text('instanceId')],
	]);
	if (flaw) return fail(flaw);

	return ok({
		endpoint: endpoint.value,
		accessKeyId,
		accessKeySecret,
		method: text('httpMethod') === 'POST' ? 'POST' : 'GET',
		dialect:
			text('commonParameters') === 'minimal'
				? { kind: 'minimal' }
				: { kind: 'full', version: text('version') === '2022-01-01' ? '2022-01-01' : '2018-01-20' },
		regionId: text('regionId'),
		instanceId: text('instanceId'),
		anyCertificate: fields.ignoreSslIssues === true,
	});
}

function missingKey(field: string, nameInConsole: string): InputFault {
	return badInput(
		field,
		'is empty',
		`Copy the ${nameInConsole} from the instance console, System management > Key management, into the credential.`,
	);
}

/** The first field with a character that cannot be seen, named without its text, which may be secret. */
function flawedField(
	fields: ReadonlyArray<readonly [field: string, text: string]>,
): InputFault | undefined {
	for (const [field, text] of fields) {
		const flaw = nameFlawOf(text);
		if (flaw) {
			return badInput(
				field,
				flaw,
				'Such a character comes along when a text is copied from a document or chat. Delete the whole text in the credential, and copy it anew from the instance console.',
			);
		}
	}
	return undefined;
}
