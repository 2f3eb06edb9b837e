/** The documents of this package where people read them: its repository in package.json, at the main branch. */
const DOCUMENTS =
	'https://github.com/n8n-nodes-tuya-iot-platform/n8n-nodes-tuya-iot-platform/blob/main';

/** The pages and headings of the user guide that errors and advice lead to. */
export const GUIDE = {
	credentialFields: `${DOCUMENTS}/docs/CREDENTIAL.md#fields`,
	privateCertificates: `${DOCUMENTS}/docs/CREDENTIAL.md#private-certificates`,
	leastPrivilege: `${DOCUMENTS}/docs/CREDENTIAL.md#least-privilege`,
	refusedSignatures: `${DOCUMENTS}/docs/TROUBLESHOOTING.md#refused-signatures`,
	throttling: `${DOCUMENTS}/docs/TROUBLESHOOTING.md#throttling`,
	proxies: `${DOCUMENTS}/docs/TROUBLESHOOTING.md#proxies-and-private-networks`,
} as const;

/** Advice that says where to read on, if that is known. Plain text, since logs and outputs show no links. */
export function readOn(advice: string, page: string | undefined): string {
	return page === undefined ? advice : `${advice} See ${page} for more.`;
}
