/** What an error of Node.js tells of the place that could not be reached. */
export interface Place {
	/** Name or address. */
	readonly host: string;
	/** Undefined where a name could not be resolved. */
	readonly port: number | undefined;
}

/** Reads the place out of an error of a connection that did not come about; undefined for any other error. */
export function placeOf(error: object): Place | undefined {
	const { syscall, address, hostname, port } = Object.fromEntries(Object.entries(error));
	if (syscall === 'connect' && typeof address === 'string' && typeof port === 'number') {
		return { host: address, port };
	}
	return syscall === 'getaddrinfo' && typeof hostname === 'string'
		? { host: hostname, port: undefined }
		: undefined;
}

const ADDRESS = /^\[|^\d+(?:\.\d+){3}$/;

/** Whether a place is another one than the endpoint, and so a proxy. Undecided counts as the endpoint. */
export function isElsewhere({ host, port }: Place, origin: string): boolean {
	const url = new URL(origin);
	if (port === undefined) return host.toLowerCase() !== url.hostname;
	const usual = url.protocol === 'https:' ? 443 : 80;
	if (port !== (url.port === '' ? usual : Number(url.port))) return true;
	const isAddress = ADDRESS.test(url.hostname);
	return isAddress && host !== url.hostname.replace(/^\[|\]$/g, '');
}

/** How the agents that tunnel say that a proxy broke off; they give no code. */
const BROKEN_TUNNEL = /proxy connection ended|proxy CONNECT response|tunneling socket/i;

/** Whether an error tells of a proxy that broke off before it had a connection. */
export function isBrokenTunnel(error: object): boolean {
	return error instanceof Error && BROKEN_TUNNEL.test(error.message);
}
