/**
 * Makes the subtitle under a node: an expression for the editor that writes values such as `cancelByDevice` as
 * words. It goes by their spelling alone, so that it holds for every value of every version.
 * @param value an expression that gives a text
 */
export function subtitleOf(value: string): string {
	const spaced = `(${value}).replace(/[A-Z]/g, " $&").toLowerCase()`;
	return `={{ ${spaced}.replace(/\\b(ota|url)\\b|^./g, (word) => word.toUpperCase()) }}`;
}
