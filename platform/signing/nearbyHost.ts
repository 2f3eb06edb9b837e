/** IPv4 addresses that mean this computer or the cable it hangs on: `0.0.0.0/8`, `127.0.0.0/8`, `169.254.0.0/16` (RFC 6890). */
const NEARBY_IPV4 = /^(?:0|127|169\.254)\./;

/** IPv6: unspecified, loopback and link-local (`fe80::/10`), as a URL prints them. */
const NEARBY_IPV6 = /^(?:::1?|fe[89ab][0-9a-f]:.*)$/;

/** The two last groups of an IPv6 address that carries an IPv4 one: mapped, translated, compatible, or by NAT64. */
const CARRIED_IPV4 = /^(?:::(?:ffff:(?:0:)?)?|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * Whether a host is this computer or only its own cable: loopback, unspecified or link-local. The cloud
 * hands out its keys to a computer at such an address, so that nobody else may name one.
 * @param hostname as `URL` gives it, which has brought decimal, hexadecimal and short forms into one
 */
export function isNearby(hostname: string): boolean {
	const name = hostname.replace(/\.$/, '');
	if (name === 'localhost' || name.endsWith('.localhost')) return true;
	if (!name.startsWith('[')) return NEARBY_IPV4.test(name) && /^[\d.]+$/.test(name);
	const address = name.slice(1, -1);
	const [, high, low] = CARRIED_IPV4.exec(address) ?? [];
	if (high === undefined || low === undefined) return NEARBY_IPV6.test(address);
	return NEARBY_IPV4.test(dotted(high, low));
}

function dotted(...groups: string[]): string {
	return groups
		.map((group) => Number.parseInt(group, 16))
		.flatMap((number) => [number >> 8, number & 255])
		.join('.');
}
