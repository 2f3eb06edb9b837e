import { readTime } from '../../../platform/input/time';

const START = Date.UTC(2026, 11, 1, 2);
const read = (value: unknown) => readTime(value, 'Schedule Time');

/** A date as n8n hands it on: an object that writes itself as JSON. */
const dateOf = (text: string) => ({ ts: START, toJSON: () => text });

describe('given a moment', () => {
	it.each([
		['a text with Z', '2026-12-01T02:00:00Z'],
		['a text without seconds', ' 2026-12-01T02:00Z '],
		['a text with thousandths', '2026-12-01T02:00:00.000Z'],
		['a text with another time zone', '2026-12-01T10:00:00+08:00'],
		['a date of n8n', dateOf('2026-12-01T10:00:00.000+08:00')],
		['milliseconds', START],
		['milliseconds as text', String(START)],
	])('when it is %s, then milliseconds since 1970 are read', (_what, value) => {
		expect(read(value)).toEqual({ ok: true, value: START });
	});

	it.each([undefined, null, '', ' '])('when it is %j, then it is none', (value) => {
		expect(read(value)).toEqual({ ok: true, value: undefined });
	});

	it.each([
		['no time zone', '2026-12-01T02:00:00', 'is "2026-12-01T02:00:00"'],
		['no time', '2026-12-01', 'is "2026-12-01"'],
		['seconds', START / 1000, 'is 1796090400'],
		['a day that is none', '2026-13-01T02:00:00Z', 'is "2026-13-01T02:00:00Z"'],
		['a word', 'soon', 'is "soon"'],
		['a switch', true, 'is true'],
		['a list', [START], 'is [1796090400000]'],
	])('when it has or is %s, then it is refused and quoted', (_what, value, what) => {
		expect(read(value)).toMatchObject({
			ok: false,
			fault: { kind: 'input', field: 'Schedule Time', what },
		});
	});
});
