import { DEVICE } from './device';
import { GATEWAY } from './gateway';
import { GROUP } from './group';
import { JOB } from './job';
import type { CodeMeaning, CodeTable } from './meaning';
import { input } from './meaning';
import { MODULE } from './module';
import { OTHER_ACTIONS } from './otherActions';
import { PACKAGE } from './package';
import { PRODUCT } from './product';
import { PROPERTY } from './property';
import { SYSTEM } from './system';
import { TASK } from './task';
import { VERSION } from './version';

export type { CodeKind, CodeMeaning } from './meaning';

/**
 * Every documented code, spelled as the platform spells it, odd spellings included. Look up with
 * `meaningOf`, which ignores letter case. Sources: the platform's page "Error codes" and Alibaba
 * Cloud's (help.aliyun.com/document_detail/87387.html).
 */
export const CODES: CodeTable = {
	...GATEWAY,
	...SYSTEM,
	...PRODUCT,
	...DEVICE,
	...PROPERTY,
	...GROUP,
	...PACKAGE,
	...JOB,
	...TASK,
	...VERSION,
	...MODULE,
	...OTHER_ACTIONS,
};

// The platform's English pages capitalise some codes that its Chinese ones do not.
const BY_LOWER_CASE: ReadonlyMap<string, CodeMeaning> = new Map(
	Object.entries(CODES).map(([code, meaning]) => [code.toLowerCase(), meaning]),
);

// Bounded, since the name ends up in a sentence: a longer one is no parameter of this platform.
const MISSING_NAME = /^[Mm]issing([A-Z][A-Za-z0-9.]{0,63})$/;

// A family of which three are documented: the gateway appends who or what was too fast.
const THROTTLING = /^throttling/i;

/**
 * Meaning of a code, whatever its letter case; undefined for a code nobody documented. The gateway
 * names an absent parameter inside the code (`Missing{Name}`), so those need not be in the table.
 * Sources: the platform's page "Error codes" and Alibaba Cloud's
 * (help.aliyun.com/document_detail/87387.html).
 */
export function meaningOf(code: string): CodeMeaning | undefined {
	return (
		BY_LOWER_CASE.get(code.toLowerCase()) ??
		(THROTTLING.test(code) ? CODES.Throttling : missing(MISSING_NAME.exec(code)?.[1]))
	);
}

/** Whether a code is spelled out in the tables, so that it holds nothing but what was documented. */
export function isDocumented(code: string): boolean {
	return BY_LOWER_CASE.has(code.toLowerCase());
}

function missing(name: string | undefined): CodeMeaning | undefined {
	if (name === undefined) return undefined;
	return input(
		`The platform did not receive ${name}, which the action cannot do without.`,
		`Fill in the field of this node that ${name} comes from.`,
	);
}
