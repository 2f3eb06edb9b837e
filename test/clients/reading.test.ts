import { isRecord } from '../../platform';
import { MODELLED, readBack } from './reading';

/** Writes IDs of 19 digits as bare numbers. */
const withNumbers = (answer: unknown) =>
	JSON.stringify(answer).replace(/"(\w*Id)":"(\d{19})"/g, '"$1":$2');

/** The same with the other letter case that the platform's pages print. */
const withSmallInitials = (answer: unknown) =>
	JSON.stringify(answer).replace(/"([A-Z])(\w*)":/g, (_, initial, rest) => {
		return `"${String(initial).toLowerCase()}${String(rest)}":`;
	});

/** Values of the IDs in a record. */
const idsIn = (record: unknown) =>
	isRecord(record)
		? Object.entries(record).flatMap(([name, value]) => (/Id$/.test(name) ? [value] : []))
		: [];

describe.each(MODELLED)('given an answer to %s as the model of the SDK has it', (action) => {
	it('when it is read, then every record comes with every field', async () => {
		const { sent, read } = await readBack(action);
		expect(sent.length).toBeGreaterThan(0);
		expect(sent).not.toContain(undefined);
		expect(read).toEqual(sent);
	});

	it('when its IDs are bare numbers, then they come as text with all digits', async () => {
		const { sent, read } = await readBack(action, withNumbers);
		expect(read.map(idsIn)).toEqual(sent.map(idsIn));
		expect(read.flatMap(idsIn).filter((id) => typeof id !== 'string')).toEqual([]);
	});

	it('when its keys begin with small letters, then as many records are found', async () => {
		const { sent, read } = await readBack(action, withSmallInitials);
		expect(read).toHaveLength(sent.length);
	});
});
