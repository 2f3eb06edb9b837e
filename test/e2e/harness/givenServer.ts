/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RunArguments } from '../arguments';
import type { N8n } from './n8n';
import { answers } from './ready';
import { RestClient, type Login } from './rest';
import { NODE_TYPE } from './workflows';

/** A server that these tests did not start. */
export interface GivenServer {
	readonly url: string;
	/** Absent until it was asked. */
	readonly version?: string;
	readonly emulatorHost?: string;
}

/** By these the program tells the tests of it. The login stays where the person has put it. */
const URL_VARIABLE = 'TUYA_IOT_E2E_N8N_URL';
const VERSION_VARIABLE = 'TUYA_IOT_E2E_N8N_VERSION';
const EMULATOR_HOST_VARIABLE = 'TUYA_IOT_E2E_EMULATOR_HOST';

const READY_IN = 180_000;
const LOOK_AGAIN = 1_000;

/** The server that the tests run on; undefined where they start their own. */
export function givenServer(): GivenServer | undefined {
	const { env } = process;
	const url = env[URL_VARIABLE];
	if (url === undefined) return undefined;
	return { url, version: env[VERSION_VARIABLE], emulatorHost: env[EMULATOR_HOST_VARIABLE] };
}

/** Waits for a server that is starting, logs in, and lets the tests know of it. Returns its version. */
export async function giveServer(url: string, { emulatorHost }: RunArguments): Promise<string> {
	const { version } = await connect(url);
	process.env[URL_VARIABLE] = url;
	process.env[VERSION_VARIABLE] = version;
	if (emulatorHost !== undefined) process.env[EMULATOR_HOST_VARIABLE] = emulatorHost;
	return version;
}

/** A client of a server, logged in as its owner, who is made if there is none yet. Throws if our node is not there. */
export async function connect(url: string): Promise<N8n> {
	const login = ownersLogin();
	const deadline = Date.now() + READY_IN;
	while (!(await answers(`${url}/rest/settings`))) {
		if (Date.now() > deadline) throw new Error(`Nothing answers at ${url}`);
		await pause(LOOK_AGAIN);
	}
	const rest = new RestClient(url);
	await enter(rest, login);
	const { versionCli } = await rest.ask(settings, 'GET', '/rest/settings');
	const types = await rest.file(z.array(z.object({ name: z.string() })), '/types/nodes.json');
	if (!types.some(({ name }) => name === NODE_TYPE)) {
		throw new Error(
			`n8n ${versionCli} at ${url} does not have this package. From n8n 3 on it loads packages that are not verified with N8N_UNVERIFIED_PACKAGES_ENABLED=true only.`,
		);
	}
	return { url, version: versionCli, rest };
}

const settings = z.object({ versionCli: z.string() }).passthrough();
const newServer = z.object({
	userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }).passthrough(),
});

async function enter(rest: RestClient, login: Login): Promise<void> {
	const { userManagement } = await rest.ask(newServer, 'GET', '/rest/settings');
	if (userManagement.showSetupOnFirstLoad) await rest.setUpOwner(login);
	else await rest.logIn(login);
}

function ownersLogin(): Login {
	const { N8N_OWNER_EMAIL: email, N8N_OWNER_PASSWORD: password } = process.env;
	if (email && password) return { email, password };
	throw new Error('Set N8N_OWNER_EMAIL and N8N_OWNER_PASSWORD to the login of the owner');
}
