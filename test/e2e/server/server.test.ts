import { connect, givenServer } from '../harness/givenServer';
import { startN8n, type N8n } from '../harness/n8n';
import { N8N_VERSIONS, type N8nVersion } from '../set-up/versions';
import { checkAgent } from './checks/agent';
import { checkAlertmanager } from './checks/alertmanager';
import { checkAlerts } from './checks/alerts';
import { checkCsv } from './checks/csv';
import { checkCredentialTest } from './checks/credentialTest';
import { checkEmptyList } from './checks/emptyList';
import { checkExamples } from './checks/examples';
import { checkHttpRequestNode } from './checks/httpRequestNode';
import { checkNothingDone } from './checks/nothingDone';
import { checkRegistration } from './checks/registration';
import { checkStaged, rollOutBadly, rollOutWell, type Staged } from './checks/staged';
import { checkTrouble } from './checks/trouble';
import { checkWatch, watchRollout, type Watched } from './checks/watch';

/** A server, and the watches that go on in it while the other checks run: n8n polls once a minute. */
interface Begun {
	readonly server: Promise<N8n>;
	readonly watched: Promise<Watched>;
	readonly well: Promise<Staged>;
	readonly badly: Promise<Staged>;
	stop(): Promise<void>;
}

function beginOwn(version: N8nVersion): Begun {
	const server = startN8n(version);
	const [well, badly] = [server.then(rollOutWell), server.then(rollOutBadly)];
	const stop = async () => await (await server).stop();
	return minded({ server, watched: server.then(watchRollout), well, badly, stop });
}

/** The watches that take a quarter of an hour are left out. */
function beginGiven(url: string): Begun {
	const server = connect(url);
	const spared = Promise.reject<never>(new Error('A server that was given is spared of it'));
	const stop = async () => {};
	return minded({ server, watched: server.then(watchRollout), well: spared, badly: spared, stop });
}

/** A check awaits each of them and tells of its fault; until then nobody does. */
function minded(begun: Begun): Begun {
	const { server, watched, well, badly } = begun;
	for (const promise of [server, watched, well, badly]) promise.catch(() => undefined);
	return begun;
}

const given = givenServer();
/** What to begin with, by the version of n8n. */
const SERVERS: ReadonlyArray<readonly [string, () => Begun]> =
	given === undefined
		? N8N_VERSIONS.map((version) => [version, () => beginOwn(version)])
		: [[given.version ?? given.url, () => beginGiven(given.url)]];

const begun = new Map<string, Begun>();
beforeAll(() => {
	for (const [version, begin] of SERVERS) begun.set(version, begin());
});

function begunFor(version: string): Begun {
	const found = begun.get(version);
	if (!found) throw new Error(`n8n ${version} was not started`);
	return found;
}

describe.each(SERVERS)('n8n %s', (version) => {
	let n8n: N8n;
	beforeAll(async () => {
		n8n = await begunFor(version).server;
	});
	afterAll(async () => await begunFor(version).stop());
	const running = () => n8n;

	describe('the package', () => checkRegistration(running));
	describe('the credential test', () => checkCredentialTest(running));
	describe('the examples', () => checkExamples(running));
	describe('a CSV file', () => checkCsv(running));
	describe('an AI agent', () => checkAgent(running));
	describe('an alert by webhook', () => checkAlerts(running));
	describe('trouble', () => checkTrouble(running));
	describe('nothing done', () => checkNothingDone(running));
	describe('an empty list', () => checkEmptyList(running));
	describe('the HTTP Request node', () => checkHttpRequestNode(running));
	describe('a watched roll-out', () => checkWatch(async () => await begunFor(version).watched));
	// These need another server beside n8n, or a quarter of an hour.
	if (given === undefined) {
		describe('a real Alertmanager', () => checkAlertmanager(running));
		describe('a roll-out in stages', () =>
			checkStaged(
				async () => await begunFor(version).well,
				async () => await begunFor(version).badly,
			));
	}
});
