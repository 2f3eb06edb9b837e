/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- an emulator that never ships: finds the files of this folder */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Action } from './action';

const load = createRequire(__filename);

/**
 * The actions on offer. Each has a file whose name is the action's, letter case included as on the
 * platform, and which exports the action alone. What actions share lies in files in lower case.
 */
const ACTIONS: ReadonlyMap<string, Action> = new Map(
	readdirSync(__dirname)
		.filter((file) => /^[A-Z]\w*\.ts$/.test(file))
		.map((file): [string, Action] => [file.replace('.ts', ''), actionIn(file)]),
);

function actionIn(file: string): Action {
	const exported: object = load(join(__dirname, file));
	const [action, ...others]: unknown[] = Object.values(exported);
	if (!isAction(action) || others.length > 0) throw new Error(`${file} has to export one action`);
	return action;
}

function isAction(exported: unknown): exported is Action {
	return typeof exported === 'function';
}

/** The names of all actions on offer. */
export function actionNames(): string[] {
	return [...ACTIONS.keys()];
}

/** Whether the instance offers an action of this name. */
export function hasAction(name: string): boolean {
	return ACTIONS.has(name);
}

/** The action of this name. */
export function findAction(name: string): Action | undefined {
	return ACTIONS.get(name);
}
