import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packs the package of a folder as npm would publish it, unpacks it again, and removes both when `use` is
 * done. The linter reads its plugins from the nearest node_modules, so all happens inside that of the folder.
 * @param use called with { tarball, unpacked }, both paths
 * @param given path of a tarball that is there already, to be taken instead
 */
export async function withPacked(root, use, given) {
	const folder = mkdtempSync(join(root, 'node_modules', '.packed-'));
	try {
		const tarball = given ?? pack(root, folder);
		return await use({ tarball, unpacked: unpack(tarball, folder) });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function pack(root, folder) {
	const { status } = spawnSync('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	const [name] = readdirSync(folder);
	if (status !== 0 || name === undefined) throw new Error('npm pack did not write a tarball');
	return join(folder, name);
}

function unpack(tarball, folder) {
	const { status } = spawnSync('tar', ['-xzf', tarball, '-C', folder], { stdio: 'inherit' });
	if (status !== 0) throw new Error('tar could not unpack the tarball');
	return join(folder, 'package');
}
