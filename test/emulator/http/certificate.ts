/** A key and its self-signed certificate, both in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** Ms. */
const DAY = 24 * 60 * 60 * 1000;

/** Makes a certificate for localhost and 127.0.0.1 that its own PEM, used as CA, vouches for. */
export async function selfSignedCertificate(): Promise<Certificate> {
	// Takes half a second to load, and few emulators have a certificate.
	const { generate } = await import('selfsigned');
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		// Valid from yesterday on: the clock of tests may be ahead of the one that TLS goes by.
		notBeforeDate: new Date(Date.now() - DAY),
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: '127.0.0.1' },
				],
			},
		],
	});
	return { key, cert };
}
