import { hasAction } from '../actions';
import type { Incoming } from '../http/incoming';
import { NonceLedger } from './nonces';
import type { Settings } from '../options';
import { RateLimit } from './rate';
import { GatewayRefusal, ServerRefusal } from './refusals';
import { signatureOf, stringToSign } from './signature';

const LONGEST_URL = 8192;
const LARGEST_SKEW = 15 * 60 * 1000;
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

/** The checks before an action; the first that fails throws its refusal. */
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
		checkCommonParameters(parameters, this.settings.versions);
		const timestamp = this.checkTimestamp(parameters.get('Timestamp') ?? '');
		this.checkKey(parameters.get('AccessKeyId') ?? '');
		this.checkSignature(incoming);
		this.checkNonce(parameters.get('SignatureNonce') ?? '', timestamp);
		this.checkRate(parameters.get('Action') ?? '');
		this.checkAction(parameters.get('Action') ?? '');
	}

	private checkMethod(method: string): void {
		if (method === 'GET' || (method === 'POST' && !this.settings.refusesPost)) return;
		const served = this.settings.refusesPost ? 'Only GET is' : 'Only GET and POST are';
		throw new GatewayRefusal('UnsupportedHTTPMethod', `${served} served`, 403);
	}

	private platformTime(): number {
		return this.settings.now() + this.settings.clockOffset;
	}

	private checkTimestamp(text: string): number {
		const isWellFormed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text);
		const timestamp = isWellFormed ? Date.parse(text) : Number.NaN;
		if (Number.isNaN(timestamp)) {
			throw new GatewayRefusal('InvalidTimeStamp.Format', 'Timestamp is not YYYY-MM-DDThh:mm:ssZ');
		}
		if (Math.abs(timestamp - this.platformTime()) > LARGEST_SKEW) {
			throw new GatewayRefusal(
				'InvalidTimeStamp.Expired',
				'Timestamp is more than 15 minutes off the clock of the platform',
			);
		}
		return timestamp;
	}

	private checkKey(accessKeyId: string): void {
		if (accessKeyId !== this.settings.accessKeyId) {
			throw new GatewayRefusal('InvalidAccessKeyId.NotFound', 'No such AccessKeyId', 404);
		}
		if (this.settings.keyDisabled) {
			throw new GatewayRefusal('InvalidAccessKeyId.Inactive', 'The AccessKeyId is disabled');
		}
	}

	/** In the words of Alibaba Cloud's gateway, which quotes the string to sign, AccessKeyId included. */
	private checkSignature({ method, form }: Incoming): void {
		const text = stringToSign(method, form.parameters);
		const expected = signatureOf(text, this.settings.accessKeySecret);
		if (form.parameters.get('Signature') === expected) return;
		throw new GatewayRefusal(
			'SignatureDoesNotMatch',
			`Specified signature is not matched with our calculation. server string to sign is:${text}`,
		);
	}

	private checkNonce(nonce: string, timestamp: number): void {
		if (this.nonces.accepts(nonce, timestamp, this.platformTime())) return;
		throw new GatewayRefusal('SignatureNonceUsed', 'SignatureNonce was used before');
	}

	private checkRate(action: string): void {
		const rate = this.rates.get(action) ?? new RateLimit(this.settings.requestsPerSecond);
		this.rates.set(action, rate);
		if (rate.admits(this.settings.now())) return;
		throw new GatewayRefusal('Throttling.User', 'Too many requests within a second');
	}

	private checkAction(action: string): void {
		if (!hasAction(action) && !(action in this.settings.otherActions)) {
			throw new GatewayRefusal('InvalidAction.NotFound', `There is no action ${action}`, 404);
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

function checkCommonParameters(
	parameters: ReadonlyMap<string, string>,
	versions: readonly string[],
): void {
	for (const name of REQUIRED) {
		if (!parameters.get(name)) {
			throw new GatewayRefusal(`Missing${name}`, `${name} is required for every request`);
		}
	}
	checkOneOf(parameters, 'SignatureMethod', ['HMAC-SHA1'], 'InvalidSignatureMethod');
	checkOneOf(parameters, 'Version', versions, 'InvalidVersion');
	checkOneOf(parameters, 'SignatureVersion', ['1.0'], 'InvalidParameter');
	checkOneOf(parameters, 'Format', FORMATS, 'InvalidParameter');
}

function checkOneOf(
	parameters: ReadonlyMap<string, string>,
	name: string,
	allowed: readonly string[],
	code: string,
): void {
	const value = parameters.get(name);
	if (value === undefined || allowed.includes(value)) return;
	throw new GatewayRefusal(code, `${name} must be ${allowed.join(' or ')}`);
}
