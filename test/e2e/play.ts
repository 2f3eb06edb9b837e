/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a playground on a developer's computer; none of it ships */
import { startEmulator, type Emulator, type RequestLogEntry } from '../emulator/emulator';
import { addCredential, credentialData } from './harness/credentials';
import { rehearsalFleet } from '../emulator/fleet/rolledOut';
import { CREDENTIAL_NAME, exampleNames } from '../examples/files';
import { readExample } from './harness/exampleFiles';
import { compileInto, RELOAD } from './harness/compiling';
import { startN8n } from './harness/n8n';
import { packPackage } from './harness/packed';
import { isFree } from './harness/ports';
import { OWNER } from './harness/rest';
import { session } from './harness/session';
import { addWorkflow } from './harness/workflows';
import { n8nPrograms } from './set-up';
import { say } from './set-up/say';
import { NEWEST } from './set-up/versions';

const USUAL_PORT = 5678;

const HOW_TO_WATCH = `
Each change of a source below nodes, credentials or platform is compiled and loaded; an open editor takes it
over by itself. Icons and codex files are read at the start only.`;

const watches = process.argv.includes('--watch');

/** A whole n8n with this package, an emulated platform and the examples, to look around in. */
async function play(): Promise<never> {
	await n8nPrograms(NEWEST);
	await packPackage();
	const fleet = rehearsalFleet();
	const emulator = await startEmulator({ https: true, fleet, onRequest: tellRequest });
	say('Starting n8n ...');
	const port = (await isFree(USUAL_PORT)) ? USUAL_PORT : undefined;
	const n8n = await startN8n(NEWEST, { port, env: watches ? RELOAD : {} });
	if (watches) compileInto(n8n.packageFolder);
	const credentialId = await addCredential(n8n.rest, credentialData(emulator), CREDENTIAL_NAME);
	for (const example of exampleNames()) {
		await addWorkflow(n8n.rest, readExample(example, credentialId, emulator.url));
	}
	tellStart(n8n.url, emulator);
	return await new Promise<never>(() => {});
}

function tellStart(url: string, { endpoint, fleet }: Emulator): void {
	say(`
n8n ${NEWEST} with this package:  ${url}
  log in with                 ${OWNER.email}
  password                    ${OWNER.password}
  credential and examples     are there already
The emulated platform:        ${endpoint}, with ${fleet.devices.length} devices, testDevice1 and so on
${watches ? HOW_TO_WATCH : ''}
Nothing of it is kept. Press Ctrl-C to end all of it. Each request to the platform is told in one line:`);
}

function tellRequest({ action, outcome, code }: RequestLogEntry): void {
	say(`${action ?? '(no action)'}: ${outcome === 'answered' ? 'success' : code}`);
}

session(play);
