const MARGIN = 11;

/**
 * Prints the rows of each group, and below a row what is wrong or what to look at. A row is { title, troubles },
 * which has passed without troubles, or { title, look } where only a person can tell.
 * Returns how many rows came to which end.
 * @param groups of { name, rows }
 */
export function report(groups) {
	const ends = { pass: 0, FAIL: 0, 'by hand': 0 };
	for (const { name, rows } of groups) {
		console.log(name);
		for (const row of rows) {
			const end = endOf(row);
			ends[end] += 1;
			console.log(`  ${end.padEnd(MARGIN - 2)}${row.title}`);
			for (const line of row.look ?? row.troubles) console.log(' '.repeat(MARGIN) + line);
		}
		console.log('');
	}
	return { passed: ends.pass, failed: ends.FAIL, byHand: ends['by hand'] };
}

function endOf({ troubles, look }) {
	if (look !== undefined) return 'by hand';
	return troubles.length === 0 ? 'pass' : 'FAIL';
}

/** The trouble in a list if something does not hold; else an empty list. */
export function must(holds, trouble) {
	return holds ? [] : [trouble];
}
