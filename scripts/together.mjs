// Runs npm scripts at the same time, one for each core, and tells what each printed when it has ended.
// Fails when one of them fails.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);

await Promise.all(Array.from({ length: availableParallelism() }, runInTurn));

/** Takes one script after the other, until none waits. */
async function runInTurn() {
	for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
		const { status, output } = await run(name);
		console.log(`${status === 0 ? 'pass' : 'FAIL'}  npm run ${name}`);
		if (status === 0) continue;
		console.log(output);
		process.exitCode = 1;
	}
}

/** @returns {Promise<{ status: number, output: string }>} */
function run(name) {
	const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (output += text));
	}
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ status: 1, output: String(error) }));
		child.on('close', (code) => resolve({ status: code ?? 1, output }));
	});
}
