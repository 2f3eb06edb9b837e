import { isRecord } from '../../../platform';
import type { Certificate } from '../../../platform';

/**
 * The certificate of the connection that a body comes in by, as n8n's helpers hand it on. Undefined where it does
 * not show: the body was unpacked or read whole before, or came in the clear.
 */
export function certificateOf(body: unknown): Certificate | undefined {
	if (typeof body !== 'object' || body === null || !('socket' in body)) return undefined;
	const { socket } = body;
	if (!isRecord(socket) || typeof socket.getPeerCertificate !== 'function') return undefined;
	const certificate: unknown = socket.getPeerCertificate();
	if (!isRecord(certificate) || typeof certificate.valid_to !== 'string') return undefined;
	const issuer = nameIn(certificate.issuer);
	const protocol: unknown =
		typeof socket.getProtocol === 'function' ? socket.getProtocol() : undefined;
	return {
		issuer: issuer === nameIn(certificate.subject) ? '' : issuer,
		validTo: Date.parse(certificate.valid_to),
		protocol: typeof protocol === 'string' ? protocol : 'TLS',
	};
}

/** The organisation of a certificate's party, or else its name. */
function nameIn(party: unknown): string {
	if (!isRecord(party)) return '';
	const [name] = [party.O ?? party.CN].flat();
	return typeof name === 'string' ? name : '';
}
