import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

/** Checks of n8n's own scanner on the source and on the unpacked tarball. Takes half a minute. */
export async function scannerChecks(root, unpacked) {
	return [
		await scan('source', root, SOURCE_FILE_PATTERNS),
		await scan('unpacked tarball', unpacked),
	];
}

async function scan(what, directory, patterns) {
	const { passed, message, details } = await analyzePackage(directory, patterns);
	// The scanner also passes a folder in which it found nothing to look at.
	const isGood = passed && message === undefined;
	return {
		title: `n8n's scanner passes the ${what}`,
		troubles: isGood ? [] : [details ?? message ?? 'it does not say why'],
	};
}
