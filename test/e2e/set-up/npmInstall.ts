/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from './cacheFolder';
import { command } from './command';
import { underLock } from './lock';

const TIMEOUT = 25 * 60_000;
const E2E_FOLDER = join(__dirname, '..');
const FILES = ['package.json', 'package-lock.json'];

export interface Installation {
	/** Name of the folder in test/e2e/installs and in the cache. */
	readonly name: string;
	/** Packages whose install scripts have to run. The scripts of all others do not. */
	readonly build?: readonly string[];
	readonly scripts?: boolean;
	/** How long it takes, for the person who waits. */
	readonly duration: string;
}

/**
 * Installs what a lock file of test/e2e/installs asks for into the cache, unless it is there.
 * Returns the folder of the packages.
 */
export async function npmInstall(installation: Installation): Promise<string> {
	const source = join(E2E_FOLDER, 'installs', installation.name);
	const target = join(CACHE_FOLDER, installation.name);
	mkdirSync(target, { recursive: true });
	await installAt(source, target, installation);
	return join(target, 'node_modules');
}

/** Installs what the tests themselves import. */
export async function installOwnPackages(): Promise<void> {
	await installAt(E2E_FOLDER, E2E_FOLDER, { name: 'test-packages', duration: 'seconds' });
}

async function installAt(
	source: string,
	target: string,
	installation: Installation,
): Promise<void> {
	const stamp = join(target, 'node_modules', '.set-up');
	const wanted = stampOf(source);
	const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
	if (isThere()) return;
	mkdirSync(CACHE_FOLDER, { recursive: true });
	await underLock(join(CACHE_FOLDER, `${installation.name}.lock`), async () => {
		if (isThere()) return;
		if (source !== target) {
			for (const file of FILES) copyFileSync(join(source, file), join(target, file));
		}
		await install(installation, target);
		writeFileSync(stamp, wanted);
	});
}

async function install(
	{ name, build = [], scripts = false, duration }: Installation,
	cwd: string,
): Promise<void> {
	// "install --no-save" rather than "ci": it keeps to the lock file as well, and copes with one that lacks
	// the optional packages of other systems.
	const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
	const options = { cwd, timeout: TIMEOUT, env: { ...process.env, JOBS: 'max' } };
	await command(
		`Installing ${name} into ${cwd} (${duration})`,
		'npm',
		['install', ...flags, `--ignore-scripts=${!scripts}`],
		options,
	);
	for (const module of build) {
		const args = ['rebuild', module, '--ignore-scripts=false', '--foreground-scripts'];
		await command(`Building ${module} for ${name} (2 minutes)`, 'npm', args, options);
	}
}

/** The platform is part of the stamp because some packages bring a binary for one system only. */
function stampOf(source: string): string {
	const hash = createHash('sha256');
	for (const file of FILES) hash.update(readFileSync(join(source, file)));
	return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}
