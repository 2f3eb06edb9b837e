import { startEmulator } from '../emulator';
import type { Emulator } from '../emulator';
import { commonParameters, send, signedQuery } from '../testing';

const NOON = Date.parse('2025-01-01T12:00:00Z');
const SOUND = { Action: 'ListOTAFirmware', CurrentPage: '1', PageSize: '1' };

/** What can be wrong with one request, in the order in which the gateway looks, and what it says then. */
const WRONGS = [
	[
		'a parameter is missing',
		{ SignatureMethod: '' },
		['MissingSignatureMethod', 'SignatureMethod is mandatory for this action.'],
	],
	[
		'the time is missing',
		{ Timestamp: '' },
		[
			'IllegalTimestamp',
			'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
		],
	],
	[
		'the signing method is another',
		{ SignatureMethod: 'HMAC-SHA256' },
		['InvalidSignatureMethod', 'Specified parameter SignatureMethod is not valid.'],
	],
	[
		'the format is unknown',
		{ Format: 'YAML' },
		['InvalidParameter', 'Specified parameter Format is not valid.'],
	],
	[
		'the time is too old',
		{ Timestamp: '2024-12-31T12:00:00Z' },
		['InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.'],
	],
	[
		'the nonce was used',
		{ SignatureNonce: 'once' },
		['SignatureNonceUsed', 'Specified signature nonce was used already.'],
	],
	[
		'the key is unknown',
		{ AccessKeyId: 'someone' },
		['InvalidAccessKeyId.NotFound', 'Specified access key is not found.'],
	],
	[
		'the secret is another',
		{ secret: 'wrong' },
		[
			'SignatureDoesNotMatch',
			expect.stringMatching(
				/^Specified signature is not matched with our calculation\. server string to sign is:GET&%2F&/,
			),
		],
	],
	[
		'the version is unknown',
		{ Version: '2017-04-20' },
		['InvalidVersion', 'Specified parameter Version is not valid.'],
	],
	[
		'the action is called too often',
		{ Action: 'ListOTAFirmware' },
		['Throttling.User', 'Request was denied due to user flow control.'],
	],
	[
		'the action is unknown',
		{ Action: 'NoSuchAction' },
		['InvalidAction.NotFound', 'Specified api is not found, please check your url and method.'],
	],
] as const;

/** The refusal of a request in which all of these are wrong at once; of two values of a parameter the first counts. */
async function refusalOf(emulator: Emulator, wrongs: ReadonlyArray<Record<string, string>>) {
	const changes: Record<string, string> = Object.assign({}, ...wrongs.toReversed());
	const { secret, ...others } = changes;
	const parameters = { ...SOUND, ...commonParameters(NOON), ...others };
	const answer = await send(emulator, `/?${signedQuery(parameters, 'GET', secret)}`);
	const { Code, Message } = JSON.parse(answer.body);
	return [Code, Message];
}

describe('given a request with several faults', () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator({ now: () => NOON, requestsPerSecond: 1 });
		const sound = { ...SOUND, ...commonParameters(NOON), SignatureNonce: 'once' };
		await send(emulator, `/?${signedQuery(sound)}`);
	});
	afterAll(async () => await emulator.stop());

	it('when nothing was wrong with the request before, then it was answered', () => {
		expect(emulator.log[0]?.code).toBe('');
	});

	it.each(WRONGS.map(([what, , said], place) => ({ what, said, place })))(
		'when $what and all that is looked at later is wrong too, then that alone is told',
		async ({ said, place }) => {
			const wrongs = WRONGS.slice(place).map(([, changes]) => changes);
			expect(await refusalOf(emulator, wrongs)).toEqual(said);
		},
	);
});
