import type { Break } from './break';
import { FIELDS, WORDS } from './editor';
import { CODE, DOCUMENTS, PUBLISHING, TARBALL } from './files';
import { MANIFEST } from './manifest';
import { NODES } from './nodes';

/** A way to break each row that the script can judge by itself, all of which can be broken at once. */
export const BREAKS: readonly Break[] = [
	...[...MANIFEST, ...TARBALL, ...CODE, ...NODES, ...FIELDS],
	...[...WORDS, ...DOCUMENTS, ...PUBLISHING],
];
