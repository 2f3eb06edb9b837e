import { badInput, nullMembers } from '../../../../platform';
import type { ActionParameters, InputFault } from '../../../../platform';
import { propertiesField } from './propertyFields';

/** Refuses null for a value: an expression that found nothing gives it as well. */
export function noNull({ Items }: ActionParameters): InputFault | undefined {
	return nullIn(Items, 'Give it a value, or leave it out.');
}

/** The same where null clears a desired value, with the way to have it so. */
export function noNullUnasked({ Items }: ActionParameters): InputFault | undefined {
	return nullIn(
		Items,
		'Give it a value, or leave it out. If its desired value is to be cleared, switch on Allow Clearing.',
	);
}

function nullIn(items: ActionParameters[string], fix: string): InputFault | undefined {
	const [first] = nullMembers(String(items ?? ''));
	return first === undefined
		? undefined
		: badInput(propertiesField.displayName, `has null for "${first}"`, fix);
}
