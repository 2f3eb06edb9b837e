/**
 * Prints a line for each check, and below it what is wrong. Returns how many did not pass.
 * @param checks of { title, troubles }; a check without troubles has passed
 */
export function report(checks) {
	for (const { title, troubles } of checks) {
		console.log(`${troubles.length === 0 ? 'pass' : 'FAIL'}  ${title}`);
		for (const trouble of troubles) console.log(`      ${trouble}`);
	}
	return checks.filter(({ troubles }) => troubles.length > 0).length;
}
