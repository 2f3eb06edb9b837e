import { CODES } from '../../../platform/errors/codes';
import { explain } from '../../../platform/errors/explain';
import type { ExplanationContext } from '../../../platform/errors/explain';
import { badInput } from '../../../platform/errors/faults';
import type {
	Fault,
	NetworkReason,
	RefusedFault,
	SignedText,
	UnreadableBody,
} from '../../../platform/errors/faults';
import { refusedFault } from '../../support/refusedFault';

const HOST = 'iot.example.com:8686';
const SAID = 'the platform’s own error text';
const CONTEXT: ExplanationContext = { host: HOST, hide: (text) => text };

const REASONS: Readonly<Record<NetworkReason, string>> = {
	unknownHost: 'No server named iot.example.com was found',
	refusedConnection: `${HOST} refused the connection`,
	unreachable: `There is no network route to ${HOST}`,
	timeout: `${HOST} did not answer in time`,
	reset: `${HOST} closed the connection before it answered`,
	certificate: `The certificate of ${HOST} cannot be verified`,
	notHttps: `${HOST} does not speak HTTPS`,
	blocked: `n8n does not allow requests to ${HOST}`,
	proxy: `The proxy of this n8n had no connection to ${HOST}`,
	other: `The request to ${HOST} got no answer`,
};

const BODIES: Readonly<Record<UnreadableBody, string>> = {
	html: `${HOST} answered with a web page, which is not the cloud API`,
	xml: `${HOST} answered in XML instead of JSON`,
	empty: `${HOST} sent an empty answer`,
	cut: `The answer of ${HOST} broke off in the middle`,
	redirect: `${HOST} sent the request on to another address, which this node does not follow`,
	noVerdict: `${HOST} answered, but said neither yes nor no`,
	openApi: `${HOST} answered as the Tuya OpenAPI does, which is another platform`,
	proxy: `The proxy of this n8n did not let the request to ${HOST} pass`,
	tooLarge: `The answer of ${HOST} is larger than 20 MB, which is not read`,
	noList: `${HOST} answered, but which list of the answer is meant cannot be told`,
	tooDeep: `The answer of ${HOST} is nested deeper than the cloud API nests`,
	other: `${HOST} answered, but not as the cloud API does`,
};

function refused(code: string, changes: Partial<RefusedFault> = {}): RefusedFault {
	return refusedFault(code, { platformMessage: SAID, requestId: 'r-1', ...changes });
}

const CHANGED = 'The request was changed on its way to the platform';
const none = { changed: [], missing: [], added: 0 };

/** What is told of a text that the platform signed. */
const SIGNED: ReadonlyArray<readonly [SignedText, string]> = [
	[{ kind: 'same' }, 'The AccessKey Secret in the credential does not belong to its AccessKey ID'],
	[{ kind: 'otherMethod' }, `${CHANGED}: it arrived by another HTTP method`],
	[{ kind: 'otherPath' }, `${CHANGED}: it arrived under another path`],
	[{ kind: 'otherParameters', ...none }, `${CHANGED}: its parameters arrived in another order`],
	[
		{ kind: 'otherParameters', ...none, changed: ['A'] },
		`${CHANGED}: the parameter A did not arrive as sent`,
	],
	[
		{ kind: 'otherParameters', ...none, changed: ['A', 'B', 'C', 'D'], added: 1 },
		`${CHANGED}: the parameters A, B, C and another did not arrive as sent, something arrived that was not sent`,
	],
	[
		{ kind: 'otherParameters', ...none, missing: ['A', 'B', 'C', 'D', 'E'] },
		`${CHANGED}: the parameters A, B, C and 2 others did not arrive`,
	],
];

const FAULTS: readonly Fault[] = [
	badInput('Device Names', 'names no device', 'Enter at least one device name.'),
	{ kind: 'stopped' },
	...Object.keys(REASONS).flatMap((reason): Fault[] => [
		{ kind: 'network', reason: reasonOf(reason), cause: '' },
		{ kind: 'network', reason: reasonOf(reason), cause: 'ECONNRESET' },
	]),
	...Object.keys(BODIES).flatMap((found) =>
		[200, 302, 404, 413, 414, 431, 500, 503].map(
			(status): Fault => ({ kind: 'unreadable', found: bodyOf(found), status }),
		),
	),
	...Object.keys(CODES).map((code) => refused(code)),
	refused('MissingDeviceName.1'),
	...SIGNED.map(([signed]) => refused('SignatureDoesNotMatch', { signed })),
	refused('NobodyKnows'),
	refused('NobodyKnows', { platformMessage: `${SAID}.`, requestId: '' }),
	refused('', { platformMessage: '', status: 404 }),
	refused('', { platformMessage: '', requestId: '' }),
];

const AVOIDED = /\b(errors?|problems?|failures?|mistakes?)\b/i;

describe('given any fault', () => {
	it.each(FAULTS.map((fault) => [JSON.stringify(fault), fault] as const))(
		'when %s is explained, then it is one plain line and whole sentences',
		(_written, fault) => {
			const { message, description } = explain(fault, CONTEXT);
			const own = `${message} ${description}`
				.replaceAll(SAID, '')
				.replaceAll(fault.kind === 'refused' && fault.code ? `(${fault.code})` : '()', '');

			expect(message).toMatch(/^\S[^\n]*[^.\s]$/);
			expect(description).toMatch(/^\S[^\n]*[^.\s]\.$/);
			expect(own).not.toMatch(AVOIDED);
		},
	);

	it.each(FAULTS.map((fault) => [JSON.stringify(fault), fault] as const))(
		'when %s is explained without a context, then no text of the platform is passed on',
		(_written, fault) => {
			const { message, description } = explain(fault);
			expect(`${message} ${description}`).not.toContain(SAID);
			expect(description).toMatch(/\.$/);
		},
	);
});

describe('given bad input', () => {
	it('when it is explained, then the field comes first and the way out second', () => {
		expect(explain(badInput('Endpoint', 'is empty', 'Enter host and port.'))).toEqual({
			message: 'Endpoint is empty',
			description: 'Enter host and port.',
		});
	});
});

describe('given no answer', () => {
	it.each(Object.entries(REASONS))(
		'when the reason is %s, then it says "%s"',
		(reason, message) => {
			const fault: Fault = { kind: 'network', reason: reasonOf(reason), cause: 'ECODE' };
			expect(explain(fault, CONTEXT).message).toBe(`${message} (ECODE)`);
			expect(explain({ ...fault, cause: '' }, CONTEXT).message).toBe(message);
		},
	);

	it('when the error names a proxy, then that is named and not the endpoint', () => {
		const fault: Fault = {
			kind: 'network',
			reason: 'proxy',
			cause: 'ECONNREFUSED',
			proxy: '10.0.0.1:3128',
		};
		const { message, description } = explain(fault, CONTEXT);
		expect(message).toBe('The proxy 10.0.0.1:3128 of this n8n cannot be reached (ECONNREFUSED)');
		expect(description).toMatch(/^Nothing was carried out\. .*HTTPS_PROXY/);
	});

	it.each(['timeout', 'reset'] as const)(
		'when the reason is %s, then it says that the request may have been carried out',
		(reason) => {
			expect(explain({ kind: 'network', reason, cause: '' }, CONTEXT).description).toContain(
				'may have been carried out',
			);
		},
	);
});

describe('given an answer that is none', () => {
	it.each(Object.entries(BODIES))('when it is %s, then it says "%s"', (found, message) => {
		const fault: Fault = { kind: 'unreadable', found: bodyOf(found), status: 200 };
		expect(explain(fault, CONTEXT).message).toBe(`${message} (HTTP status 200)`);
	});

	it.each([414, 431])('when the status is %d, then the request was too long', (status) => {
		expect(explain({ kind: 'unreadable', found: 'html', status }, CONTEXT)).toEqual({
			message: `The request was too long for ${HOST} (HTTP status ${status})`,
			description:
				'Name fewer devices in one request, or choose POST as HTTP Method in the credential.',
		});
	});

	it.each([401, 403, 404, 405])(
		'when the status is %d, then it does not say that the request may have been carried out',
		(status) => {
			for (const found of Object.keys(BODIES).map(bodyOf)) {
				const { description } = explain({ kind: 'unreadable', found, status }, CONTEXT);
				expect(description).toContain('Nothing was carried out.');
				expect(description).not.toContain('may have been carried out');
			}
		},
	);

	it('when something was said all the same, then that is told without its secrets', () => {
		const hiding = { host: HOST, hide: (text: string) => text.replace('secret', '[hidden]') };
		const fault: Fault = {
			kind: 'unreadable',
			found: 'noVerdict',
			status: 200,
			seen: '{ a: secret }',
		};
		expect(explain(fault, hiding).description).toMatch(/ It said: \{ a: \[hidden\] \}\.$/);
		expect(explain(fault).description).not.toContain('It said');
	});

	it.each([500, 502, 503])('when the status is %d, then the server is not available', (status) => {
		expect(explain({ kind: 'unreadable', found: 'html', status }, CONTEXT).message).toBe(
			`${HOST} is not available at the moment (HTTP status ${status})`,
		);
	});
});

describe('given a refusal', () => {
	it('when its code is known, then it says what the code means and what to do', () => {
		const { happened, remedy } = CODES['iot.device.NotExistedDevice'] ?? {};
		const { message, description } = explain(refused('iot.device.NotExistedDevice'), CONTEXT);
		expect(message).toBe(`${happened?.slice(0, -1)} (iot.device.NotExistedDevice)`);
		expect(description).toBe(`${remedy} The platform says: "${SAID}". Request ID: r-1.`);
	});

	it('when nobody documented its code, then it says where to ask', () => {
		expect(explain(refused('NobodyKnows'), CONTEXT)).toEqual({
			message: 'The platform refused the request (NobodyKnows)',
			description: `Look the code up in the console of your instance, or ask its support. The platform says: "${SAID}". Request ID: r-1.`,
		});
	});

	it('when it has neither code nor text nor request ID, then it says the HTTP status', () => {
		const bare = refused('', { platformMessage: '', requestId: '', status: 404 });
		expect(explain(bare, CONTEXT)).toEqual({
			message: 'The platform refused the request with HTTP status 404',
			description: 'Look the code up in the console of your instance, or ask its support.',
		});
	});

	it('when the platform’s text ends in a full stop, then there are not two', () => {
		const { description } = explain(refused('X', { platformMessage: 'Sorry.' }), CONTEXT);
		expect(description).toContain('The platform says: "Sorry".');
	});

	it('when the platform’s text holds secrets, then only what is left of it is quoted', () => {
		const hiding = { host: HOST, hide: (text: string) => text.replace('secret', '[hidden]') };
		const { description } = explain(refused('X', { platformMessage: 'my secret' }), hiding);
		expect(description).toContain('The platform says: "my [hidden]".');
	});

	it.each(SIGNED)(
		'when its signature is refused and %j tells what the platform signed, then it says "%s"',
		(signed, message) => {
			const fault = refused('SignatureDoesNotMatch', { signed });
			expect(explain(fault, CONTEXT).message).toBe(`${message} (SignatureDoesNotMatch)`);
		},
	);

	it('when its signature is refused and no text may be told, then not even a parameter is named', () => {
		const signed: SignedText = { kind: 'otherParameters', ...none, changed: ['secret'] };
		expect(explain(refused('SignatureDoesNotMatch', { signed })).message).toBe(
			`${CHANGED}: a parameter did not arrive as sent (SignatureDoesNotMatch)`,
		);
	});

	const quoted = (code: string) => explain(refused(code), CONTEXT).description.includes(SAID);
	const UNTELLING = ['auth', 'signature', 'clock'];
	const codesOf = (untelling: boolean) =>
		Object.entries(CODES)
			.filter(([, { kind }]) => UNTELLING.includes(kind) === untelling)
			.map(([code]) => code);

	it('when it concerns key, signature or clock, then the platform’s text is never quoted', () => {
		expect(codesOf(true)).toContain('SignatureDoesNotMatch');
		expect(codesOf(true).filter(quoted)).toEqual([]);
	});

	it('when it concerns anything else, then the platform’s text is quoted', () => {
		expect(codesOf(false).filter((code) => !quoted(code))).toEqual([]);
	});
});

function isReason(text: string): text is NetworkReason {
	return text in REASONS;
}

function reasonOf(text: string): NetworkReason {
	if (!isReason(text)) throw new Error(`${text} is no reason`);
	return text;
}

function isBody(text: string): text is UnreadableBody {
	return text in BODIES;
}

function bodyOf(text: string): UnreadableBody {
	if (!isBody(text)) throw new Error(`${text} is no body`);
	return text;
}
