import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SCANNER = '@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * What n8n's own scanner says of the source and of the unpacked tarball, both of which n8n looks at. Errors count,
 * warnings do not, as at n8n. Takes half a minute for each scanner.
 * @param beta a folder into which npm has installed the scanner's beta; a person has to see to it if absent
 */
export async function scannerRows(root, unpacked, beta) {
	return [
		...(await rowsOf("n8n's scanner", await import(SCANNER), root, unpacked)),
		...(beta === undefined
			? [BETA_BY_HAND]
			: await rowsOf("the beta of n8n's scanner", await installedIn(beta), root, unpacked)),
	];
}

const BETA_BY_HAND = {
	title: "the beta of n8n's scanner passes the source and the unpacked tarball",
	look: [
		'npm install --prefix /tmp/beta --ignore-scripts @n8n/scan-community-package@beta, if npm has one',
		'npm run verify:package -- --scanner-beta /tmp/beta',
	],
};

async function installedIn(folder) {
	const file = createRequire(join(folder, 'package.json')).resolve(SCANNER);
	return await import(pathToFileURL(file));
}

async function rowsOf(name, { SOURCE_FILE_PATTERNS, analyzePackage }, root, unpacked) {
	const scan = async (what, directory, patterns) => ({
		title: `${name} passes the ${what}`,
		troubles: troublesOf(await analyzePackage(directory, patterns)),
	});
	return [
		await scan('source', root, SOURCE_FILE_PATTERNS),
		await scan('unpacked tarball', unpacked),
	];
}

/** The scanner also passes a folder in which it found nothing to look at. */
function troublesOf({ passed, message, details }) {
	return passed && message === undefined ? [] : [details ?? message ?? 'it does not say why'];
}
