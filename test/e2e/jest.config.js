const root = require('../../jest.config');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	rootDir: __dirname,
	testMatch: ['<rootDir>/**/*.test.ts'],
	transform: root.transform,
	// Every test talks to servers that take most of this computer.
	maxWorkers: 1,
	// Starting n8n takes up to a minute; a test that gets no answer ends here.
	testTimeout: 240_000,
	reporters: ['default', '<rootDir>/reporter.js'],
};
