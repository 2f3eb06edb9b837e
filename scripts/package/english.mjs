/** A letter that English has no use for; é and the like occur in names. */
const FOREIGN_LETTER = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u;

/** Whether a text is in letters that English has. */
export function isEnglish(text) {
	return !FOREIGN_LETTER.test(text);
}
