/** What a query string or form body holds, decoded; oddities are noted, not judged. */
export interface DecodedForm {
	parameters: Map<string, string>;
	/** names that occur more than once */
	repeated: string[];
	/** true when a percent sign does not start a valid UTF-8 sequence */
	malformed: boolean;
}

/** Decodes `name=value&...` texts into one set of parameters. */
export function decodeForm(...texts: string[]): DecodedForm {
	const form: DecodedForm = { parameters: new Map(), repeated: [], malformed: false };
	for (const text of texts) {
		for (const pair of text.split('&')) if (pair !== '') addPair(form, pair);
	}
	return form;
}

function addPair(form: DecodedForm, pair: string): void {
	const equals = pair.indexOf('=');
	const name = decode(form, equals < 0 ? pair : pair.slice(0, equals));
	const value = decode(form, equals < 0 ? '' : pair.slice(equals + 1));
	if (form.parameters.has(name)) form.repeated.push(name);
	form.parameters.set(name, value);
}

/** A plus is a space here, as web servers read queries; a client that means a plus sends %2B. */
function decode(form: DecodedForm, text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		form.malformed = true;
		return text;
	}
}
