import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_TARBALL = 200_000;
const MAY_HOLD = new Set(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);

/** What the tarball may hold. */
export function tarballRows({ tarball, unpacked }) {
	const { size } = statSync(tarball);
	const top = readdirSync(unpacked).filter((name) => name !== 'node_modules');
	const files = readdirSync(join(unpacked, 'dist'), { recursive: true }).map(String);
	const strays = files.filter((name) => /tsbuildinfo|^package\.json$|\.test\.|\.map$/.test(name));
	return [
		{
			title: `tarball of ${size} bytes is under ${LARGEST_TARBALL}`,
			troubles: size < LARGEST_TARBALL ? [] : [`${size} bytes`],
		},
		{
			title: 'tarball holds dist, README, LICENSE, CHANGELOG and package.json only',
			troubles: [
				...top.filter((name) => !MAY_HOLD.has(name)).map((name) => `${name} is in it`),
				...[...MAY_HOLD].filter((name) => !top.includes(name)).map((name) => `${name} is missing`),
			],
		},
		{ title: 'dist holds no leftovers', troubles: strays },
	];
}
