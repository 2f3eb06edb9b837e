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
}

function begin(version: N8nVersion): Begun {
	const server = startN8n(version);
	const watched = server.then(watchRollout);
	// A check awaits each of them and tells of its fault; until then nobody does.
	const [well, badly] = [server.then(rollOutWell), server.then(rollOutBadly)];
	for (const promise of [server, watched, well, badly]) promise.catch(() => undefined);
	return { server, watched, well, badly };
}

const begun = new Map<N8nVersion, Begun>();
beforeAll(() => {
	for (const version of N8N_VERSIONS) begun.set(version, begin(version));
});

function begunFor(version: N8nVersion): Begun {
	const found = begun.get(version);
	if (!found) throw new Error(`n8n ${version} was not started`);
	return found;
}

describe.each(N8N_VERSIONS)('n8n %s', (version) => {
	let n8n: N8n;
	beforeAll(async () => {
		n8n = await begunFor(version).server;
	});
	afterAll(async () => await n8n?.stop());
	const running = () => n8n;

	describe('the package', () => checkRegistration(running));
	describe('the credential test', () => checkCredentialTest(running));
	describe('the examples', () => checkExamples(running));
	describe('a CSV file', () => checkCsv(running));
	describe('an AI agent', () => checkAgent(running));
	describe('an alert by webhook', () => checkAlerts(running));
	describe('a real Alertmanager', () => checkAlertmanager(running));
	describe('trouble', () => checkTrouble(running));
	describe('nothing done', () => checkNothingDone(running));
	describe('an empty list', () => checkEmptyList(running));
	describe('the HTTP Request node', () => checkHttpRequestNode(running));
	describe('a watched roll-out', () => checkWatch(async () => await begunFor(version).watched));
	describe('a roll-out in stages', () =>
		checkStaged(
			async () => await begunFor(version).well,
			async () => await begunFor(version).badly,
		));
});
