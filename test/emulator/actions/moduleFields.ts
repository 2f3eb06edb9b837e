import type { OtaModule } from '../fleet/records';
import { ensure, required, shortText } from './values';

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const ALIAS = /^[\p{L}\p{M}\p{N}._-]{1,64}$/u;
const LONGEST_DESCRIPTION = 100;

type Parameters = ReadonlyMap<string, string>;

/** ModuleName as it may be; anything else is refused with the code. */
export function moduleName(parameters: Parameters, code: string): string {
	const name = required(parameters, 'ModuleName', code);
	ensure(NAME.test(name), code, 'ModuleName may hold 1 to 64 letters, digits, dots, _ and -');
	return name;
}

/** AliasName and Desc, each only if given; one that may not be so is refused with the code. */
export function moduleTexts(
	parameters: Parameters,
	code: string,
): Partial<Pick<OtaModule, 'aliasName' | 'desc'>> {
	const aliasName = parameters.get('AliasName');
	ensure(aliasName === undefined || ALIAS.test(aliasName), code, 'AliasName has the wrong form');
	const desc = shortText(parameters, 'Desc', LONGEST_DESCRIPTION, code);
	return {
		...(aliasName !== undefined && { aliasName }),
		...(desc !== undefined && { desc }),
	};
}
