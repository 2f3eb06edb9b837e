import type { CodeMeaning } from './codes';
import type { ExplanationContext } from './explain';
import type { SignedText } from './faults';

/** What a refused signature says, as a row of the tables of codes does. */
type Told = Pick<CodeMeaning, 'happened' | 'remedy'>;

const WRONG_SECRET: Told = {
	happened: 'The AccessKey Secret in the credential does not belong to its AccessKey ID.',
	remedy:
		'The platform signed the same text as this node, so nothing was changed on the way. Copy the Secret Key anew into AccessKey Secret in the credential: the console shows it beside the Access Key, under System management > Key management. If the pair is right, this instance computes signatures in a way that its documentation does not show: please report that to the maintainers of the package.',
};

/** Most names that a sentence has. */
const MOST_NAMES = 3;

/**
 * Says what a refused signature comes of: a wrong secret, or a change on the way to the platform and where it
 * is. Names parameters, without what they hold.
 */
export function explainSigned(signed: SignedText, { host, hide }: ExplanationContext): Told {
	const place = placeOfChange(signed, hide);
	if (place === undefined) return WRONG_SECRET;
	return {
		happened: `The request was changed on its way to the platform: ${place}.`,
		remedy: `The platform signed another text than this node, so AccessKey ID and AccessKey Secret may well be right. Ask the administrator of n8n which proxy, gateway or firewall stands between n8n and ${host}, and to have it pass requests on as they are. What rewrites addresses often leaves forms alone: the other HTTP Method in the credential may help until then.`,
	};
}

/** Where the texts part; undefined where they are the same. */
function placeOfChange(signed: SignedText, hide: ExplanationContext['hide']): string | undefined {
	switch (signed.kind) {
		case 'same':
			return undefined;
		case 'otherMethod':
			return 'it arrived by another HTTP method';
		case 'otherPath':
			return 'it arrived under another path';
		case 'otherParameters':
			return placesIn(signed, hide);
	}
}

function placesIn(
	{ changed, missing, added }: Extract<SignedText, { readonly kind: 'otherParameters' }>,
	hide: ExplanationContext['hide'],
): string {
	const places = [
		changed.length > 0 ? `${named(changed, hide)} did not arrive as sent` : '',
		missing.length > 0 ? `${named(missing, hide)} did not arrive` : '',
		added > 0 ? 'something arrived that was not sent' : '',
	].filter(Boolean);
	return places.join(', ') || 'its parameters arrived in another order';
}

/** `the parameter DeviceName.1 and 2 others`; without names where none may be told. */
function named(names: readonly string[], hide: ExplanationContext['hide']): string {
	const told = names.slice(0, MOST_NAMES).map(hide).filter(Boolean);
	const others = names.length - told.length;
	if (told.length === 0) return 'a parameter';
	const noun = told.length === 1 ? 'the parameter' : 'the parameters';
	const rest = others === 0 ? '' : others === 1 ? ' and another' : ` and ${others} others`;
	return `${noun} ${told.join(', ')}${rest}`;
}
