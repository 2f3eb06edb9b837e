/** How one version stands to another. */
export type VersionOrder = 'lower' | 'same' | 'higher' | 'unclear';

const NUMBERS = /^v?\d+(?:[._-]\d+)*$/i;

/**
 * Compares versions number by number, so that 1.0.10 is higher than 1.0.9 and 1.0 the same as 1.0.0. What holds
 * other letters is unclear, unless both are spelled alike: nobody says how this platform's devices read it.
 */
export function compareVersions(version: string, other: string): VersionOrder {
	if (version !== '' && version === other) return 'same';
	if (!NUMBERS.test(version) || !NUMBERS.test(other)) return 'unclear';
	const left = numbersIn(version);
	const right = numbersIn(other);
	for (let place = 0; place < Math.max(left.length, right.length); place++) {
		const difference = (left[place] ?? 0) - (right[place] ?? 0);
		if (difference !== 0) return difference < 0 ? 'lower' : 'higher';
	}
	return 'same';
}

function numbersIn(version: string): number[] {
	return version.replace(/^v/i, '').split(/[._-]/).map(Number);
}
