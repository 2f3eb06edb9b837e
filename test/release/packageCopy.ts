/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: packs the package and starts the script as a developer does */
import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SCRIPT = join(ROOT, 'scripts', 'verifyPackage.mjs');
/** What the script reads beside the tarball. */
const BESIDE = ['eslint.config.mjs', '.github'];
const ENDS = ['pass', 'FAIL', 'by hand'] as const;

/** What the script said: the titles of its rows, by how they ended. */
export interface Verdict {
	readonly status: number | null;
	readonly text: string;
	readonly rows: Readonly<Record<(typeof ENDS)[number], string[]>>;
}

/** Where the package is unpacked that all copies are made of. */
let packed: string | undefined;

/** A copy of the package and of what stands beside it in the repository, to be broken. */
export class PackageCopy {
	private constructor(
		private readonly folder: string,
		private readonly unpacked: string,
	) {}

	/** Packs the package once, as npm would publish it. */
	static pack(): void {
		packed = mkdtempSync(join(tmpdir(), 'packed-'));
		run('npm', ['pack', '--pack-destination', packed, '--loglevel=error'], ROOT);
		const tarball = readdirSync(packed).find((name) => name.endsWith('.tgz'));
		run('tar', ['-xzf', tarball ?? '', '-C', packed], packed);
	}

	static dropPacked(): void {
		if (packed !== undefined) rmSync(packed, { recursive: true, force: true });
	}

	static make(): PackageCopy {
		const folder = mkdtempSync(join(tmpdir(), 'package-'));
		const unpacked = join(folder, 'unpacked', 'package');
		cpSync(join(packed ?? '', 'package'), unpacked, { recursive: true });
		for (const part of BESIDE) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
		symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
		return new PackageCopy(folder, unpacked);
	}

	drop(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** Runs the script on the copy, packed anew, without the scanner. */
	verify(): Verdict {
		const tarball = join(this.folder, 'package.tgz');
		run('tar', ['-czf', tarball, '-C', dirname(this.unpacked), 'package'], this.folder);
		const args = [SCRIPT, '--root', this.folder, '--tarball', tarball, '--without-scanner'];
		const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
		const titles = (end: string) =>
			[...stdout.matchAll(new RegExp(`^  ${end} +(\\S.*)$`, 'gm'))].map(([, title = '']) => title);
		const [pass, fail, byHand] = ENDS.map(titles);
		return {
			status,
			text: stdout,
			rows: { pass: pass ?? [], FAIL: fail ?? [], 'by hand': byHand ?? [] },
		};
	}

	/** Puts something in the place of what a packed file has to hold. */
	replace(file: string, text: string | RegExp, by: string): void {
		this.change(join(this.unpacked, file), text, by);
	}

	/** The same in a file of the repository that is not packed. */
	replaceBeside(file: string, text: string, by: string): void {
		this.change(join(this.folder, file), text, by);
	}

	/** Writes a packed file, or more into one that is there. */
	append(file: string, text: string): void {
		const path = join(this.unpacked, file);
		mkdirSync(dirname(path), { recursive: true });
		appendFileSync(path, text);
	}

	appendBeside(file: string, text: string): void {
		appendFileSync(join(this.folder, file), text);
	}

	remove(file: string): void {
		rmSync(join(this.unpacked, file));
	}

	private change(path: string, text: string | RegExp, by: string): void {
		const old = readFileSync(path, 'utf8');
		const changed = old.replaceAll(text, by);
		expect(changed).not.toBe(old);
		writeFileSync(path, changed);
	}
}

function run(program: string, args: string[], cwd: string): void {
	const { status } = spawnSync(program, args, { cwd, stdio: 'ignore' });
	expect([program, status]).toEqual([program, 0]);
}
