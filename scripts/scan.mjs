// Checks what the packed tarball holds, and runs n8n's own scanner on it and on the source, without a
// network.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPacked } from './package/packed.mjs';
import { report } from './package/report.mjs';
import { scannerRows } from './package/scanner.mjs';
import { tarballRows } from './package/tarball.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const groups = await withPacked(root, async (packed) => [
	{ name: 'Tarball', rows: tarballRows(packed) },
	{ name: 'Scanner', rows: await scannerRows(root, packed.unpacked) },
]);
process.exitCode = report(groups).failed === 0 ? 0 : 1;
