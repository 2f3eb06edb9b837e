import type { ActionParameters } from '../../../platform/catalog/actionParameters';
import { compareSigned } from '../../../platform/signing/comparison';
import type { Connection } from '../../../platform/signing/connection';
import { signedQuery } from '../../../platform/signing/request';
import { stringToSign } from '../../../platform/signing/signature';
import { connectionTo } from '../../support/connections';

const STAMP = { nonce: '9e6189124f5a4716ad2de849467b0001', timestamp: '2024-11-19T09:47:43Z' };
const OWN: ActionParameters = {
	Action: 'CancelOTATaskByDevice',
	DeviceName: ['lamp one', 'lamp&two=2'],
	FirmwareId: '168',
};
const HERE = connectionTo('iot.example.com:8686');
const WORDS = 'Specified signature is not matched with our calculation. server string to sign is:';

/** The text that the platform signs for the request as it arrived. */
function signed(own: ActionParameters = OWN, here: Connection = HERE, stamp = STAMP): string {
	return stringToSign(here.method, signedQuery(own, here, stamp));
}

function compared(text: string, here: Connection = HERE) {
	return compareSigned(`${WORDS}${text}`, OWN, here);
}

const SAME = { kind: 'same' };
const changes = (named: { changed?: string[]; missing?: string[]; added?: number }) => ({
	...{ kind: 'otherParameters', changed: [], missing: [], added: 0 },
	...named,
});

describe('given the text that the platform signed', () => {
	it('when it is what was signed here, then it is the same, whichever nonce and time that attempt had', () => {
		expect(compared(signed())).toEqual(SAME);
		const other = { nonce: 'ab'.repeat(16), timestamp: '2025-01-01T00:00:00Z' };
		expect(compared(signed(OWN, HERE, other))).toEqual(SAME);
	});

	it.each<Partial<Connection>>([
		{ method: 'POST' },
		{ dialect: { kind: 'minimal' } },
		{ dialect: { kind: 'full', version: '2022-01-01' } },
		{ regionId: 'cn-shanghai', instanceId: 'iot-1' },
	])('when the credential says %j, then that is a part of the comparison', (settings) => {
		const here = connectionTo('iot.example.com:8686', settings);
		expect(compared(signed(OWN, here), here)).toEqual(SAME);
		expect(compared(signed(OWN, here))).not.toEqual(SAME);
	});

	it('when a gateway puts it in brackets, then it is found', () => {
		expect(compareSigned(`server StringToSign is [${signed()}]`, OWN, HERE)).toEqual(SAME);
	});

	it.each<[string, ActionParameters, object]>([
		['one character', { DeviceName: ['lamp one', 'lamp&two=3'] }, { changed: ['DeviceName.2'] }],
		[
			'the order of a list',
			{ DeviceName: ['lamp&two=2', 'lamp one'] },
			{ changed: ['DeviceName.1', 'DeviceName.2'] },
		],
		['a value to nothing', { FirmwareId: '' }, { changed: ['FirmwareId'] }],
		['a list that came short', { DeviceName: ['lamp one'] }, { missing: ['DeviceName.2'] }],
		['what was added', { session: 'secret' }, { added: 1 }],
		['a name', { FirmwareId: undefined, firmwareid: '168' }, { missing: ['FirmwareId'], added: 1 }],
	])('when the way changed %s, then its place is named and no value', (_, change, difference) => {
		const found = compared(signed({ ...OWN, ...change }));
		expect(found).toEqual(changes(difference));
		expect(JSON.stringify(found)).not.toMatch(/lamp|168|secret/);
	});

	it('when nonce or time are none that are made here, then they are named', () => {
		const stamp = { nonce: `${STAMP.nonce}0`, timestamp: '2024-11-19 09:47:43' };
		expect(compared(signed(OWN, HERE, stamp))).toEqual(
			changes({ changed: ['SignatureNonce', 'Timestamp'] }),
		);
	});

	it.each<[string, string, object]>([
		['another method', signed().replace('GET', 'POST'), { kind: 'otherMethod' }],
		['another path', signed().replace('%2F&', '%2Fapi%2F&'), { kind: 'otherPath' }],
		[
			'another spelling',
			signed().replace('lamp%2520one', 'lamp%2Bone'),
			changes({ changed: ['DeviceName.1'] }),
		],
		['small hex digits', signed().replace('%253A', '%253a'), changes({ changed: ['Timestamp'] })],
		['another order', swapped(signed()), changes({})],
		['no end', signed().replace(/%26Version.*/, ''), changes({ missing: ['Version'] })],
	])('when it has %s, then that is told', (_, text, difference) => {
		expect(text).not.toBe(signed());
		expect(compared(text)).toEqual(difference);
	});
});

/** The first two parameters in the other order. */
function swapped(text: string): string {
	return text.replace(/&([^&]*?)%26([^&]*?)%26/, '&$2%26$1%26');
}

describe('given a message that does not tell it', () => {
	it.each([
		'',
		'The signature does not match.',
		`${WORDS}GET&%2F&`,
		`${WORDS}${signed().slice(0, -3)}`,
		'"GET&/&Action=x"',
	])('when it says "%s", then nothing is said about it', (message) => {
		expect(compareSigned(message, OWN, HERE)).toBeUndefined();
	});

	it('when it is very long, then it takes no time', () => {
		expect(compareSigned('GET&%2F&'.repeat(2_000_000), OWN, HERE)).toBeDefined();
	});
});
