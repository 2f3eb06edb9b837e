// Checks what the packed tarball holds, and runs n8n's own scanner on it and on the source, without a
// network.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPacked } from './package/packed.mjs';
import { report } from './package/report.mjs';
import { scannerChecks } from './package/scanner.mjs';
import { tarballChecks } from './package/tarball.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const checks = await withPacked(root, async (packed) => [
	...tarballChecks(packed),
	...(await scannerChecks(root, packed.unpacked)),
]);
process.exitCode = report(checks) === 0 ? 0 : 1;
