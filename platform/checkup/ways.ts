import type { Connection, Dialect } from '../signing/connection';

/** How requests leave: what of a connection may vary, while key and endpoint stay. */
export type Way = Pick<Connection, 'method' | 'dialect'>;

const DIALECTS: readonly Dialect[] = [
	{ kind: 'full', version: '2018-01-20' },
	{ kind: 'full', version: '2022-01-01' },
	{ kind: 'minimal' },
];

/** The ways that differ from this one in a single setting. */
export function waysBeside({ method, dialect }: Way): Way[] {
	const others = DIALECTS.filter((other) => !isSameDialect(other, dialect));
	return [
		{ method: method === 'GET' ? 'POST' : 'GET', dialect },
		...others.map((other) => ({ method, dialect: other })),
	];
}

export function isSameWay(one: Way, other: Way): boolean {
	return one.method === other.method && isSameDialect(one.dialect, other.dialect);
}

/** The version that a dialect sends; undefined for one that sends none. */
export function versionOf(dialect: Dialect): string | undefined {
	return dialect.kind === 'full' ? dialect.version : undefined;
}

function isSameDialect(one: Dialect, other: Dialect): boolean {
	return versionOf(one) === versionOf(other);
}
