import { readArguments } from './e2e/arguments';

const NOTHING = { record: false, n8nUrl: undefined, emulatorHost: undefined };

describe('the command line of npm run test:e2e', () => {
	it.each([
		['nothing', [], { ...NOTHING, tests: [] }],
		["jest's own", ['queue', '-t', 'killed'], { ...NOTHING, tests: ['queue', '-t', 'killed'] }],
		['--record', ['--record', 'load'], { ...NOTHING, record: true, tests: ['load'] }],
		[
			'a server',
			['--n8n-url', 'http://127.0.0.1:5678/', '-t', 'agent'],
			{ ...NOTHING, n8nUrl: 'http://127.0.0.1:5678', tests: ['-t', 'agent'] },
		],
		[
			'a server that reaches this computer by a name',
			['--emulator-host=host.docker.internal', '--n8n-url=https://n8n.example.org/flows'],
			{
				...NOTHING,
				n8nUrl: 'https://n8n.example.org/flows',
				emulatorHost: 'host.docker.internal',
				tests: [],
			},
		],
	])('given %s, when it is read, then each argument goes where it belongs', (_, args, wanted) => {
		expect(readArguments(args)).toEqual(wanted);
	});

	it.each([
		[['--n8n-url'], '--n8n-url needs a value'],
		[['--n8n-url', '--record'], '--n8n-url needs a value'],
		[['--n8n-url', '-t', 'agent'], '--n8n-url needs a value'],
		[['--n8n-url', 'localhost:5678'], '--n8n-url is an address such as http://127.0.0.1:5678'],
		[['--n8n-url', 'http://', 'server'], '--n8n-url is an address such as http://127.0.0.1:5678'],
		[['--n8n-url', 'http://127.0.0.1:5678', '--record'], '--record does not go with --n8n-url'],
		[['--emulator-host', 'docker'], '--emulator-host is for --n8n-url alone'],
		[
			['--n8n-url=http://127.0.0.1:5678', '--emulator-host=host:80'],
			'--emulator-host is a name without port',
		],
	])('given %j, when it is read, then it is refused in words', (args, sentence) => {
		expect(() => readArguments(args)).toThrow(sentence);
	});
});
