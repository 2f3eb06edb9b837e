/** What is wrong with a text that is no name or ID, and what to do about it. */
export interface Shape {
	/** To be read after the text itself: `which …`. */
	readonly what: string;
	/** Whole sentences. */
	readonly fix: string;
}

const NOTHING_THERE =
	'The place that it comes from had no value: check the expression, or the system that sends it.';
const NOT_FILLED_IN =
	'Check the system that sends it, or switch the field to Expression where it is one of n8n.';

/** Words that programs write for no value. Each could be a name as well, which quotes around it tell. */
const WORDS = /^(?:null|undefined|none)$/i;

/** What programs write for no value, and what can be no name, as the characters of names are few. */
const NO_VALUE =
	/^(?:nan|n\/a|[[<(](?:no value|no data|null|nil|none|undefined|empty)[\])>]|\*unknown\*|\[object \w+\])$/i;

/** What Excel, Sheets and LibreOffice write in a cell whose formula fails, in any of their languages. */
const CELL_ERROR = /^#(?:N\/A|N\/D|NV|GETTING_DATA|[\p{Lu}\d_/]+[!?]?)$/u;

/** A place in a template that nobody filled in: `{{ … }}`, `${…}`, `{HOST.NAME}`, `{$MACRO}`, `<% … %>`. */
const TEMPLATE = /\{\{|\}\}|\$\{|\{[A-Z$#?%][^{}]*\}|<%|%>/;

/** A long number as a spreadsheet shows it, with a point or a comma: `8,61234E+14`. JavaScript writes a small e. */
const DAMAGED_NUMBER = /^-?\d(?:[.,]\d+)?E\+\d+$|^-?\d,\d+e\+\d+$/;

/**
 * Recognises a text that stands where a name or an ID should be; undefined for any that could be one.
 * Alibaba Cloud's device names are of 4 to 32 letters, digits and `-_@.:`, and no ID has other characters:
 * only `null`, `undefined` and `None` could be names, and a text in quotes is taken at its word (PROTOCOL section 6).
 */
export function placeholderIn(text: string, isQuoted = false): Shape | undefined {
	if (!isQuoted && WORDS.test(text)) {
		return {
			what: 'which stands for a missing value',
			fix: `${NOTHING_THERE} If it really is called so, write it in quotes: "${text}".`,
		};
	}
	if (NO_VALUE.test(text)) {
		return { what: 'which stands for a missing value', fix: NOTHING_THERE };
	}
	if (CELL_ERROR.test(text)) {
		return {
			what: 'which is an error in a spreadsheet',
			fix: 'Correct the formula of this cell in the spreadsheet.',
		};
	}
	if (TEMPLATE.test(text)) {
		return { what: 'which is a placeholder that was not filled in', fix: NOT_FILLED_IN };
	}
	if (DAMAGED_NUMBER.test(text)) {
		return {
			what: 'which is a number that a spreadsheet has shortened',
			fix: 'Its last digits are lost. Format the column as text in the spreadsheet, then enter the values anew.',
		};
	}
	return undefined;
}
