const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Notes the result of every check for the table at the end. A jest reporter. */
module.exports = class CheckReporter {
	onRunComplete(_contexts, { testResults }) {
		const checks = testResults.flatMap(({ testResults: tests, testExecError, testFilePath }) =>
			testExecError === undefined || tests.length > 0
				? tests.filter(({ status }) => status !== 'pending').map(asCheck)
				: [{ server: '', area: 'file', title: testFilePath, passed: false, seconds: 0 }],
		);
		writeFileSync(join(process.env.TUYA_IOT_E2E_RUN, 'checks.json'), JSON.stringify(checks));
	}
};

/** A test's titles are the server it ran on, the area, and what was checked. */
function asCheck({ ancestorTitles: [server, ...areas], title, status, duration }) {
	const seconds = Math.round((duration ?? 0) / 1000);
	return { server, area: areas.join(', '), title, passed: status === 'passed', seconds };
}
