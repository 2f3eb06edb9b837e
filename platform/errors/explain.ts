import { explainIncomplete } from './explainIncomplete';
import { explainRefused } from './explainRefused';
import type { Fault, NetworkFault, NetworkReason, UnreadableBody, UnreadableFault } from './faults';
import { isTurnedAway } from './faults';
import { GUIDE, readOn } from './guide';

/** A fault in words for a person who does not program. */
export interface Explanation {
	/** What happened: one line without a full stop. */
	readonly message: string;
	/** How to go on: whole sentences. */
	readonly description: string;
}

/** What an explanation may speak of. */
export interface ExplanationContext {
	/** Host and port that were asked. */
	readonly host: string;
	/** Takes secrets out of a text of the platform. */
	readonly hide: (text: string) => string;
}

const ELSEWHERE: ExplanationContext = { host: 'the endpoint', hide: () => '' };

/** Says what happened and how to fix it. Holds no secret, signature or signed URL. */
export function explain(fault: Fault, context: ExplanationContext = ELSEWHERE): Explanation {
	switch (fault.kind) {
		case 'input':
			return { message: `${fault.field} ${fault.what}`, description: fault.fix };
		case 'refused':
			return explainRefused(fault, context);
		case 'network':
			return explainNetwork(fault, context.host);
		case 'unreadable':
			return explainUnreadable(fault, context);
		case 'incomplete':
			return explainIncomplete(fault);
		case 'stopped':
			return {
				message: 'The workflow was stopped before the platform answered',
				description: 'Run it again to send what was not sent.',
			};
	}
}

const NOTHING_DONE = 'Nothing was carried out.';
const ALL_THE_SAME = 'The request may have been carried out all the same.';
const ASK_ABOUT_PROXY =
	'Ask the administrator of n8n to check the proxy (HTTPS_PROXY, HTTP_PROXY), or to let n8n reach the host without it (NO_PROXY).';

const NETWORK: Readonly<Record<NetworkReason, (host: string) => Explanation>> = {
	unknownHost: (host) => ({
		message: `No server named ${host.replace(/:\d+$/, '')} was found`,
		description:
			'Check the Endpoint in the credential for typing slips. If it is right, the computer that runs n8n cannot resolve the name: check its DNS.',
	}),
	refusedConnection: (host) => ({
		message: `${host} refused the connection`,
		description:
			'Check the port in the Endpoint of the credential, and that the instance is running. The instance console shows both under Development configuration > Cloud API.',
	}),
	unreachable: (host) => ({
		message: `There is no network route to ${host}`,
		description: 'Check the network and firewall of the computer that runs n8n.',
	}),
	timeout: (host) => ({
		message: `${host} did not answer in time`,
		description: `${ALL_THE_SAME} Execute the node again, or raise Timeout (Ms) under Options.`,
	}),
	reset: (host) => ({
		message: `${host} closed the connection before it answered`,
		description: `${ALL_THE_SAME} Execute the node again. If it stays, look for a proxy or firewall in between.`,
	}),
	certificate: (host) => ({
		message: `The certificate of ${host} cannot be verified`,
		description:
			'If the instance has a private certificate and you trust the network, switch on Ignore SSL Issues (Insecure) in the credential. Better: let n8n know the certificate authority (NODE_EXTRA_CA_CERTS).',
	}),
	notHttps: (host) => ({
		message: `${host} does not speak HTTPS`,
		description: 'Check the port in the Endpoint of the credential.',
	}),
	blocked: (host) => ({
		message: `n8n does not allow requests to ${host}`,
		description:
			'This n8n is set up to block requests into private networks. Ask its administrator to allow the host of your instance.',
	}),
	proxy: (host) => ({
		message: `The proxy of this n8n had no connection to ${host}`,
		description: `${NOTHING_DONE} ${ASK_ABOUT_PROXY}`,
	}),
	other: (host) => ({
		message: `The request to ${host} got no answer`,
		description:
			'Execute the node again. If it stays, check the network of the computer that runs n8n.',
	}),
};

const NETWORK_PAGES: Readonly<Partial<Record<NetworkReason, string>>> = {
	certificate: GUIDE.privateCertificates,
	blocked: GUIDE.proxies,
	proxy: GUIDE.proxies,
};

function explainNetwork(fault: NetworkFault, host: string): Explanation {
	const reason = fault.proxy ? 'proxy' : fault.reason;
	const told = NETWORK[reason](host);
	const message = fault.proxy
		? `The proxy ${fault.proxy} of this n8n cannot be reached`
		: told.message;
	return {
		message: fault.cause ? `${message} (${fault.cause})` : message,
		description: readOn(told.description, NETWORK_PAGES[reason]),
	};
}

const CHECK_ENDPOINT =
	'Check host and port of the Endpoint in the credential: the instance console shows them under Development configuration > Cloud API. The console itself has another port.';

/** Tells the two platforms apart. */
const OTHER_PLATFORM =
	'The Tuya OpenAPI (openapi.tuya*.com, with client ID and access token) knows neither this key nor these actions. This node is for "Hedwig on Cloud", whose instances have a host and port of their own, e.g. si-0123456789.tuyacloud.com:8686.';

const UNREADABLE: Readonly<Record<UnreadableBody, (host: string) => Explanation>> = {
	html: (host) => ({
		message: `${host} answered with a web page, which is not the cloud API`,
		description: `${CHECK_ENDPOINT} If they are right, a proxy or firewall in between answered instead.`,
	}),
	xml: (host) => ({
		message: `${host} answered in XML instead of JSON`,
		description:
			'Set Common Parameters in the credential to Full, so that JSON is asked for. The request may have been carried out all the same.',
	}),
	empty: (host) => ({
		message: `${host} sent an empty answer`,
		description: `${ALL_THE_SAME} Execute the node again. ${CHECK_ENDPOINT}`,
	}),
	cut: (host) => ({
		message: `The answer of ${host} broke off in the middle`,
		description: `${ALL_THE_SAME} Execute the node again. If it stays, look for a proxy or firewall in between.`,
	}),
	redirect: (host) => ({
		message: `${host} sent the request on to another address, which this node does not follow`,
		description: CHECK_ENDPOINT,
	}),
	noVerdict: (host) => ({
		message: `${host} answered, but said neither yes nor no`,
		description: `${ALL_THE_SAME} ${CHECK_ENDPOINT}`,
	}),
	openApi: (host) => ({
		message: `${host} answered as the Tuya OpenAPI does, which is another platform`,
		description: `${NOTHING_DONE} ${OTHER_PLATFORM} ${CHECK_ENDPOINT}`,
	}),
	proxy: (host) => ({
		message: `The proxy of this n8n did not let the request to ${host} pass`,
		description: `${NOTHING_DONE} ${ASK_ABOUT_PROXY}`,
	}),
	tooLarge: (host) => ({
		message: `The answer of ${host} is larger than 20 MB, which is not read`,
		description: `${ALL_THE_SAME} ${CHECK_ENDPOINT}`,
	}),
	tooDeep: (host) => ({
		message: `The answer of ${host} is nested deeper than the cloud API nests`,
		description: `${ALL_THE_SAME} ${CHECK_ENDPOINT}`,
	}),
	noList: (host) => ({
		message: `${host} answered, but which list of the answer is meant cannot be told`,
		description: 'Say under Path to List where it stands, or set Return to Answer.',
	}),
	other: (host) => ({
		message: `${host} answered, but not as the cloud API does`,
		description: CHECK_ENDPOINT,
	}),
};

const tooLong = (host: string): Explanation => ({
	message: `The request was too long for ${host}`,
	description:
		'Name fewer devices in one request, or choose POST as HTTP Method in the credential.',
});

/** What a status means whatever came with it. */
const STATUS: Readonly<Record<number, (host: string) => Explanation>> = {
	413: (host) => ({
		message: `The request was too large for ${host}`,
		description: 'Name fewer devices in one request.',
	}),
	414: tooLong,
	429: (host) => ({
		message: `${host} takes no more requests for now`,
		description: 'Wait a while, or lower Requests per Second under Options.',
	}),
	431: tooLong,
};

const TURNED_AWAY = `${NOTHING_DONE} ${CHECK_ENDPOINT} If they are right, a proxy or firewall in between answered instead.`;

const unavailable = (host: string): Explanation => ({
	message: `${host} is not available at the moment`,
	description:
		'Execute the node again later. If it stays, check in the instance console that the instance is running, and the Endpoint in the credential.',
});

const UNREADABLE_PAGES: Readonly<Partial<Record<UnreadableBody, string>>> = {
	proxy: GUIDE.proxies,
	openApi: GUIDE.credentialFields,
};

function explainUnreadable(
	{ status, found, seen }: UnreadableFault,
	{ host, hide }: ExplanationContext,
): Explanation {
	const ofStatus = status >= 500 ? unavailable : STATUS[status];
	// Whoever wrote these is known, which says more than any status.
	const isKnown = found === 'proxy' || found === 'openApi';
	const told = isKnown || found === 'noVerdict' ? undefined : ofStatus;
	const { message, description } = (told ?? UNREADABLE[found])(host);
	const advice = isTurnedAway(status) && !isKnown && !told ? TURNED_AWAY : description;
	const facts = readOn(advice, UNREADABLE_PAGES[found]);
	const outline = seen === undefined ? '' : hide(seen);
	return {
		message: `${message} (HTTP status ${status})`,
		description: outline ? `${facts} It said: ${outline}.` : facts,
	};
}
