const { moduleNameMapper } = require('./test/bundleEngine');

/** @type {import('jest').Config} */
module.exports = {
	// n8n's engine comes from one file that is compiled once for a worker: by itself it takes each file of tests
	// a second or two to load.
	testEnvironment: '<rootDir>/test/bundledEnvironment.js',
	moduleNameMapper,
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
	// With --coverage: of what ships, as far as tests use the sources. Those on n8n's engine use dist.
	collectCoverageFrom: ['{platform,nodes,credentials}/**/*.ts'],
	coverageReporters: ['text-summary', ['text-summary', { file: 'summary.txt' }], 'json-summary'],
	globalSetup: '<rootDir>/test/buildFirst.js',
	testSequencer: '<rootDir>/test/slowFirst.js',
	// Jest leaves one core free unless told otherwise; on two cores that is half the time.
	maxWorkers: '100%',
	testTimeout: 120000,
};
