const { moduleNameMapper } = require('./test/bundleEngine');

/** With --coverage n8n's engine gets the sources of what it asks for, so that its tests count as well. */
const isCounting = process.argv.some((argument) => argument.startsWith('--coverage'));
const sources = isCounting
	? { '[/\\\\]dist[/\\\\]((nodes|credentials)[/\\\\]TuyaIotPlatform.+)\\.js$': '<rootDir>/$1.ts' }
	: {};

/** @type {import('jest').Config} */
module.exports = {
	// n8n's engine comes from one file that is compiled once for a worker: by itself it takes each file of tests
	// a second or two to load.
	testEnvironment: '<rootDir>/test/bundledEnvironment.js',
	moduleNameMapper: { ...moduleNameMapper, ...sources },
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// These need n8n servers and have a configuration of their own.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	// With --coverage: of what ships. What scripts and servers run beside Jest is not seen.
	collectCoverageFrom: ['{platform,nodes,credentials}/**/*.ts'],
	coverageReporters: ['text-summary', ['text-summary', { file: 'summary.txt' }], 'json-summary'],
	globalSetup: '<rootDir>/test/buildFirst.js',
	testSequencer: '<rootDir>/test/slowFirst.js',
	// Jest leaves one core free unless told otherwise; on two cores that is half the time.
	maxWorkers: '100%',
	testTimeout: 120000,
};
