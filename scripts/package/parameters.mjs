/**
 * Every parameter of a node or credential, those within collections too, each as { parameter, where, rules }: its
 * names from the outside in, and what it and the collections around it are shown for.
 */
export function parametersOf({ instance }) {
	const { displayName, properties } = instance.description ?? instance;
	return properties.flatMap((parameter) => within(parameter, displayName, []));
}

function within(parameter, outside, rulesOutside) {
	const where = `${outside} > ${parameter.displayName}`;
	const rules = [...rulesOutside, parameter.displayOptions ?? {}];
	return [
		{ parameter, where, rules },
		...innerOf(parameter).flatMap((inner) => within(inner, where, rules)),
	];
}

function innerOf({ type, options = [] }) {
	if (type === 'collection') return options;
	return type === 'fixedCollection' ? options.flatMap(({ values }) => values) : [];
}

/** What can be chosen in a parameter; a collection's parameters and a group's names are no choices. */
export function choicesOf({ type, options = [] }) {
	return type === 'options' || type === 'multiOptions' ? options : [];
}

/** The operations of a node, each as { resource, value, name, action, description }. */
export function operationsOf({ instance }) {
	return instance.description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options, displayOptions }) =>
			options.map((option) => ({ ...option, resource: displayOptions?.show?.resource?.[0] })),
		);
}

/** Whether a parameter can be seen in an operation, by the rules on its way. */
export function isShownIn({ rules }, { resource, value }) {
	return rules.every(({ show = {}, hide = {} }) =>
		[
			['resource', resource],
			['operation', value],
		].every(([field, chosen]) => !hide[field]?.includes(chosen) && named(show[field], chosen)),
	);
}

function named(values, chosen) {
	return values === undefined || values.includes(chosen);
}
