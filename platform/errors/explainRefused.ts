import { isDocumented } from './codes';
import type { CodeKind, CodeMeaning } from './codes';
import type { Explanation, ExplanationContext } from './explain';
import { explainSigned } from './explainSigned';
import type { RefusedFault } from './faults';
import { GUIDE, readOn } from './guide';

/** Kinds whose platform text quotes what was signed and tells a user nothing. */
const UNTELLING: ReadonlySet<CodeKind> = new Set<CodeKind>(['auth', 'signature', 'clock']);

/** Says what a refusal is about: its code, and of a signature what was signed instead. */
export function explainRefused(fault: RefusedFault, context: ExplanationContext): Explanation {
	const { meaning } = fault;
	const { hide } = context;
	const { happened, remedy } =
		(fault.signed && explainSigned(fault.signed, context)) ??
		meaning ??
		unknownRefusal(fault.status);
	const said =
		meaning && UNTELLING.has(meaning.kind) ? '' : hide(fault.platformMessage).replace(/\.$/, '');
	const code = codeToTell(fault, hide);
	const message = happened.replace(/\.$/, '');
	const description = [
		readOn(remedy, pageOf(fault)),
		said && `The platform says: "${said}".`,
		fault.requestId && `Request ID: ${hide(fault.requestId)}.`,
	];
	return {
		message: code ? `${message} (${code})` : message,
		description: description.filter(Boolean).join(' '),
	};
}

const PAGES: Readonly<Partial<Record<CodeKind, string>>> = {
	permission: GUIDE.leastPrivilege,
	throttle: GUIDE.throttling,
};

/** The page of the guide that has more on a refusal. */
function pageOf({ code, meaning }: RefusedFault): string | undefined {
	if (code === 'SignatureDoesNotMatch') return GUIDE.refusedSignatures;
	return meaning && PAGES[meaning.kind];
}

/** The code of a refusal as it may be shown: one that nobody documented may hold anything. */
export function codeToTell(
	{ code }: Pick<RefusedFault, 'code'>,
	hide: (text: string) => string,
): string {
	return isDocumented(code) ? code : hide(code);
}

function unknownRefusal(status: number): Pick<CodeMeaning, 'happened' | 'remedy'> {
	const withStatus = status >= 200 && status < 300 ? '' : ` with HTTP status ${status}`;
	return {
		happened: `The platform refused the request${withStatus}.`,
		remedy: 'Look the code up in the console of your instance, or ask its support.',
	};
}
