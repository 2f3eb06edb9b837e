/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line tool for people; none of it ships */
import { parseArgs } from 'node:util';
import { DEMO, buildFleet } from './fleet/fleets';
import { rehearsalFleet } from './fleet/rolledOut';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
	type Emulator,
	type EmulatorOptions,
	type RequestLogEntry,
} from './emulator';
import { Rollout } from './fleet/rollout';

const USAGE = `Usage: npm run emulator -- [options]
  --port 8686      port to listen on (default 8686, 0 = any free one)
  --https          serve by HTTPS with a private certificate
  --rate N         answer at most N requests a second
  --latency MS     wait so long before each answer
  --devices N      hold N devices with a queued task each, instead of the demo fleet
  --case pascal    print the keys of answers in Pascal case
  --rollout        play a roll-out over time to the devices (default 1000), 100 a minute
  --failing P      let P percent of the roll-out fail (default 8)
`;

const OPTIONS = {
	port: { type: 'string', default: '8686' },
	https: { type: 'boolean', default: false },
	rate: { type: 'string' },
	latency: { type: 'string' },
	devices: { type: 'string' },
	case: { type: 'string', default: 'camel' },
	rollout: { type: 'boolean', default: false },
	failing: { type: 'string', default: '8' },
} as const;

/** Starts an emulator as the command line says and tells on stderr how to use it. */
export async function runEmulatorCli(args: string[]): Promise<Emulator> {
	const options = optionsFrom(args);
	const emulator = await startEmulator({ ...options, onRequest: tellRequest });
	tellStart(emulator);
	if (options.rollout) tell('A roll-out to these devices begins now, 100 a minute.');
	return emulator;
}

function optionsFrom(args: string[]): EmulatorOptions {
	const { values } = parseArgs({ args, options: OPTIONS });
	const devices = wholeNumber('devices', values.devices) ?? (values.rollout ? 1000 : undefined);
	const fleet = devices === undefined ? rehearsalFleet() : buildFleet({ devices });
	const failingPercent = wholeNumber('failing', values.failing) ?? 0;
	const letterCase = values.case;
	if (letterCase !== 'camel' && letterCase !== 'pascal') {
		throw new Error('--case must be camel or pascal');
	}
	return {
		port: wholeNumber('port', values.port),
		https: values.https,
		requestsPerSecond: wholeNumber('rate', values.rate),
		latency: wholeNumber('latency', values.latency),
		fleet,
		rollout: values.rollout
			? new Rollout(fleet, { jobId: DEMO.jobId, failingPercent, startsAt: Date.now() })
			: undefined,
		letterCase,
	};
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d+$/.test(text)) return Number(text);
	throw new Error(`--${name} must be a whole number, not "${text}"`);
}

function tellStart(emulator: Emulator): void {
	const { fleet, endpoint, url, certificate } = emulator;
	const names = fleet.devices.map(({ deviceName }) => deviceName);
	const counts = Object.entries(fleet.countByStatus()).filter(([, count]) => count > 0);
	tell(`The emulated platform takes requests at ${url}`);
	tell(`  Endpoint:          ${certificate ? endpoint : url}`);
	tell(`  Access Key ID:     ${EMULATOR_ACCESS_KEY_ID}`);
	tell(`  Access Key Secret: ${EMULATOR_ACCESS_KEY_SECRET}`);
	tell(`  Product key:       ${DEMO.productKey}`);
	tell(`  Package ID:        ${DEMO.firmwareId}`);
	tell(`  Job ID:            ${DEMO.jobId}`);
	tell(`  Devices:           ${names.slice(0, 5).join(', ')} (${names.length} in all)`);
	tell(`  Their tasks:       ${counts.map(([status, count]) => `${count} ${status}`).join(', ')}`);
	if (certificate) tell('Its certificate is private: allow self-signed certificates to reach it.');
	tell('Press Ctrl-C to stop. Each request is told in one line:');
}

/** One line for each request, without key and signature. */
function tellRequest({ action, parameters, outcome, code }: RequestLogEntry): void {
	const devices = Object.keys(parameters).filter((name) => /^DeviceNames?\.\d+$/.test(name)).length;
	const named = devices > 0 ? `, ${devices} ${devices === 1 ? 'device' : 'devices'}` : '';
	tell(`${action ?? '(no action)'}${named}: ${outcome === 'answered' ? 'success' : code}`);
}

function tell(line: string): void {
	process.stderr.write(`${line}\n`);
}

if (require.main === module) {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		process.stderr.write(USAGE);
	} else {
		runEmulatorCli(args).catch((error: unknown) => {
			tell(error instanceof Error ? error.message : String(error));
			tell(USAGE);
			process.exitCode = 1;
		});
	}
}
