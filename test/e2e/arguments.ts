/** What a run of the tests on real servers is asked for. */
export interface RunArguments {
	/** Replaces the pictures in docs/images and the figures in benchmark/results.json. */
	readonly record: boolean;
	/** A server that is there already; the tests start their own where it is absent. */
	readonly n8nUrl?: string;
	/** The name by which that server reaches this computer; 127.0.0.1 where it is absent. */
	readonly emulatorHost?: string;
	/** All others, which are jest's. */
	readonly tests: readonly string[];
}

/** Reads the command line. Throws for what cannot be meant. */
export function readArguments(args: readonly string[]): RunArguments {
	const record = args.includes('--record');
	const url = taken(
		'--n8n-url',
		args.filter((argument) => argument !== '--record'),
	);
	const host = taken('--emulator-host', url.others);
	if (url.value === undefined && host.value !== undefined) {
		throw new Error('--emulator-host is for --n8n-url alone');
	}
	if (url.value !== undefined && record) throw new Error('--record does not go with --n8n-url');
	if (host.value !== undefined && !/^[\w.-]+$/.test(host.value)) {
		throw new Error(`--emulator-host is a name without port, not "${host.value}"`);
	}
	return { record, n8nUrl: readUrl(url.value), emulatorHost: host.value, tests: host.others };
}

/** The value that follows an option, after a blank or "=", and the arguments that are left. */
function taken(option: string, args: readonly string[]): { value?: string; others: string[] } {
	const place = args.findIndex((argument) => argument.split('=')[0] === option);
	const found = args[place];
	if (found === undefined) return { others: [...args] };
	const isInOne = found.includes('=');
	const value = isInOne ? found.slice(option.length + 1) : args[place + 1];
	if (!value || value.startsWith('-')) throw new Error(`${option} needs a value`);
	return { value, others: args.toSpliced(place, isInOne ? 1 : 2) };
}

/** Without the "/" at its end. */
function readUrl(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
		throw new Error(`--n8n-url is an address such as http://127.0.0.1:5678, not "${text}"`);
	}
	return text.replace(/\/+$/, '');
}
