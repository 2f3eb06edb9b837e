import { startN8n, type N8n } from '../harness/n8n';
import { N8N_VERSIONS } from '../set-up/versions';
import { checkAgent } from './checks/agent';
import { checkAlerts } from './checks/alerts';
import { checkCredentialTest } from './checks/credentialTest';
import { checkExamples } from './checks/examples';
import { checkHttpRequestNode } from './checks/httpRequestNode';
import { checkRegistration } from './checks/registration';
import { checkTrouble } from './checks/trouble';
import { checkWatch } from './checks/watch';

describe.each(N8N_VERSIONS)('n8n %s', (version) => {
	let n8n: N8n;
	beforeAll(async () => {
		n8n = await startN8n(version);
	});
	afterAll(async () => await n8n?.stop());
	const running = () => n8n;

	describe('the package', () => checkRegistration(running));
	describe('the credential test', () => checkCredentialTest(running));
	describe('the examples', () => checkExamples(running));
	describe('an AI agent', () => checkAgent(running));
	describe('an alert by webhook', () => checkAlerts(running));
	describe('a watched roll-out', () => checkWatch(running));
	describe('trouble', () => checkTrouble(running));
	describe('the HTTP Request node', () => checkHttpRequestNode(running));
});
