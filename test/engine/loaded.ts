import { Engine } from './engine';

/** n8n's engine with this package in it, for the tests of a file; there from the first of them on. */
export let engine: Engine;

beforeAll(async () => {
	engine = await Engine.load();
});
