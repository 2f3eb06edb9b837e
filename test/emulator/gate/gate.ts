import { hasAction } from '../actions';
import type { Incoming } from '../http/incoming';
import { NonceLedger } from './nonces';
import type { Settings } from '../options';
import { RateLimit } from './rate';
import { GatewayRefusal, ServerRefusal } from './refusals';
import { signatureOf, stringToSign } from './signature';

const LONGEST_URL = 8192;
const LARGEST_SKEW = 15 * 60 * 1000;
/** In capitals; Alibaba Cloud's own clients write them small. */
const FORMATS = ['JSON', 'XML'];
const REQUIRED = [
	'Action',
	'AccessKeyId',
	'SignatureMethod',
	'SignatureNonce',
	'Timestamp',
	'Signature',
];

type GateSettings = Pick<
	Settings,
	| 'accessKeyId'
	| 'accessKeySecret'
	| 'keyDisabled'
	| 'clockOffset'
	| 'now'
	| 'requestsPerSecond'
	| 'refusesPost'
	| 'deniedActions'
	| 'versions'
	| 'otherActions'
>;

/**
 * The checks before an action; the first that fails throws its refusal. Order and words are those of Alibaba
 * Cloud's gateway as far as anybody has told of them (PROTOCOL section 7).
 */
export class Gate {
	private readonly nonces = new NonceLedger(LARGEST_SKEW);
	/** Alibaba Cloud counts each action by itself (PROTOCOL section 6). */
	private readonly rates = new Map<string, RateLimit>();

	constructor(private readonly settings: GateSettings) {}

	/** Passes a request on, or throws a ServerRefusal or GatewayRefusal. */
	check(incoming: Incoming): void {
		checkUrl(incoming);
		this.checkMethod(incoming.method);
		checkForm(incoming);
		const { parameters } = incoming.form;
		checkCommonParameters(parameters);
		const timestamp = this.checkTimestamp(parameters.get('Timestamp') ?? '');
		this.checkNonce(parameters.get('SignatureNonce') ?? '', timestamp);
		this.checkKey(parameters.get('AccessKeyId') ?? '');
		this.checkSignature(incoming);
		checkOneOf(parameters, 'Version', this.settings.versions, 'InvalidVersion');
		this.checkRate(parameters.get('Action') ?? '');
		this.checkAction(parameters.get('Action') ?? '');
	}

	private checkMethod(method: string): void {
		if (method === 'GET' || (method === 'POST' && !this.settings.refusesPost)) return;
		throw new GatewayRefusal('UnsupportedHTTPMethod', 'This http method is not supported.', 403);
	}

	private platformTime(): number {
		return this.settings.now() + this.settings.clockOffset;
	}

	private checkTimestamp(text: string): number {
		const isWellFormed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text);
		const timestamp = isWellFormed ? Date.parse(text) : Number.NaN;
		if (Number.isNaN(timestamp)) {
			throw new GatewayRefusal(
				'InvalidTimeStamp.Format',
				'Specified time stamp or date value is not well formatted.',
			);
		}
		if (Math.abs(timestamp - this.platformTime()) > LARGEST_SKEW) {
			throw new GatewayRefusal(
				'InvalidTimeStamp.Expired',
				'Specified time stamp or date value is expired.',
			);
		}
		return timestamp;
	}

	private checkKey(accessKeyId: string): void {
		if (accessKeyId !== this.settings.accessKeyId) {
			throw new GatewayRefusal(
				'InvalidAccessKeyId.NotFound',
				'Specified access key is not found.',
				404,
			);
		}
		if (this.settings.keyDisabled) {
			throw new GatewayRefusal('InvalidAccessKeyId.Inactive', 'Specified access key is disabled.');
		}
	}

	/** The gateway quotes the string to sign, AccessKeyId included. */
	private checkSignature({ method, form }: Incoming): void {
		const text = stringToSign(method, form.parameters);
		const expected = signatureOf(text, this.settings.accessKeySecret);
		if (form.parameters.get('Signature') === expected) return;
		throw new GatewayRefusal(
			'SignatureDoesNotMatch',
			`Specified signature is not matched with our calculation. server string to sign is:${text}`,
		);
	}

	/** Before key and signature: a nonce is used up by a request that has neither right. */
	private checkNonce(nonce: string, timestamp: number): void {
		if (this.nonces.accepts(nonce, timestamp, this.platformTime())) return;
		throw new GatewayRefusal('SignatureNonceUsed', 'Specified signature nonce was used already.');
	}

	private checkRate(action: string): void {
		const rate = this.rates.get(action) ?? new RateLimit(this.settings.requestsPerSecond);
		this.rates.set(action, rate);
		if (rate.admits(this.settings.now())) return;
		throw new GatewayRefusal('Throttling.User', 'Request was denied due to user flow control.');
	}

	private checkAction(action: string): void {
		if (!hasAction(action) && !(action in this.settings.otherActions)) {
			throw new GatewayRefusal(
				'InvalidAction.NotFound',
				'Specified api is not found, please check your url and method.',
				404,
			);
		}
		if (!this.settings.deniedActions.includes(action)) return;
		throw new GatewayRefusal('Forbidden.RAM', 'The key may not call this action', 403);
	}
}

function checkUrl({ url, path }: Incoming): void {
	if (Buffer.byteLength(url) > LONGEST_URL) throw new ServerRefusal(414, 'Request-URI Too Large');
	if (path !== '/') throw new ServerRefusal(404, 'Not Found');
}

function checkForm({ form }: Incoming): void {
	const [repeated] = form.repeated;
	if (repeated !== undefined) {
		throw new GatewayRefusal('InvalidParameter', `${repeated} is given more than once`);
	}
	if (form.malformed) {
		throw new GatewayRefusal('InvalidParameter', 'The percent-encoding is broken');
	}
}

function checkCommonParameters(parameters: ReadonlyMap<string, string>): void {
	for (const name of REQUIRED) {
		if (!parameters.get(name)) throw missing(name);
	}
	checkOneOf(parameters, 'SignatureMethod', ['HMAC-SHA1'], 'InvalidSignatureMethod');
	checkOneOf(parameters, 'SignatureVersion', ['1.0'], 'InvalidParameter');
	const format = parameters.get('Format')?.toUpperCase() ?? 'JSON';
	if (!FORMATS.includes(format)) throw invalid('Format', 'InvalidParameter');
}

/** The time alone has a code and a sentence of its own. */
function missing(name: string): GatewayRefusal {
	if (name !== 'Timestamp') {
		return new GatewayRefusal(`Missing${name}`, `${name} is mandatory for this action.`);
	}
	return new GatewayRefusal(
		'IllegalTimestamp',
		'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
	);
}

function checkOneOf(
	parameters: ReadonlyMap<string, string>,
	name: string,
	allowed: readonly string[],
	code: string,
): void {
	const value = parameters.get(name);
	if (value !== undefined && !allowed.includes(value)) throw invalid(name, code);
}

function invalid(name: string, code: string): GatewayRefusal {
	return new GatewayRefusal(code, `Specified parameter ${name} is not valid.`);
}
