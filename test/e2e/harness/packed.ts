/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../set-up/command';
import { runFolder } from './runFolder';

export const PACKAGE = 'n8n-nodes-tuya-iot-platform';

const ROOT = join(__dirname, '..', '..', '..');
const TIMEOUT = 120_000;
const FOLDER = 'packed';

/** Packs the package as it is built, into the folder of the run. */
export async function packPackage(): Promise<void> {
	const folder = join(runFolder(), FOLDER);
	mkdirSync(folder, { recursive: true });
	const args = ['pack', '--pack-destination', folder, '--loglevel=error'];
	await command('Packing the package', 'npm', args, { cwd: ROOT, timeout: TIMEOUT });
}

/** The packed package, an absolute path. */
export function tarballPath(): string {
	const folder = join(runFolder(), FOLDER);
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error('The package is not packed');
	return join(folder, tarball);
}

/** Puts the packed package where n8n looks for community packages. */
export async function installPackage(userFolder: string): Promise<void> {
	const target = folderOfPackage(userFolder);
	const modules = dirname(target);
	mkdirSync(modules, { recursive: true });
	const args = ['-xzf', tarballPath(), '-C', modules];
	await command('Unpacking the package for n8n', 'tar', args, { timeout: TIMEOUT });
	renameSync(join(modules, 'package'), target);
}

/** Where n8n looks for the package. */
export function folderOfPackage(userFolder: string): string {
	return join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE);
}
