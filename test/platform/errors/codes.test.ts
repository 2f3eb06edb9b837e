import fc from 'fast-check';
import { CODES, meaningOf } from '../../../platform/errors/codes';
import type { CodeMeaning } from '../../../platform/errors/codes';

const RETRYABLE = [
	'InvalidTimeStamp.Expired',
	'SignatureNonceUsed',
	'Throttling',
	'Throttling.User',
	'Throttling.Api',
	'InternalError',
	'ServiceUnavailable',
	'iot.system.SystemException',
	'iot.messagebroker.RateLimit',
	'iot.firmware.SystemBusy',
	'iot.firmware.TooManyDeviceUpgrade',
];

const CAUSED_BY_DEVICES = [
	'iot.common.QueryDeviceActionError',
	'iot.common.AuthActionPermissionDeny',
	'iot.device.AddTopoRelationFailed',
	'iot.device.AlreadyExistedDeviceName',
	'iot.device.ApplyManyDevicesFailed',
	'iot.device.InactiveDevice',
	'iot.device.InvalidFormattedDeviceName',
	'iot.device.InvalidDeviceNickNameExisted',
	'iot.device.InvalidIoTId',
	'iot.device.InvokeThingServiceFailed',
	'iot.device.NotExistedDevice',
	'iot.device.NullDeviceName',
	'iot.device.QueryDeviceStatusFailed',
	'iot.device.SetDevicePropertyFailed',
	'iot.device.VerifyDeviceFailed',
	'iot.group.BindGroupRelationFailed',
	'iot.group.GroupCountExceedMax',
	'iot.firmware.BatchCancelDeviceUpgradeFailed',
	'iot.firmware.DeviceUpgradeRecordNotFound',
	'iot.firmware.DeviceWithDestinationVersionInArray',
	'iot.firmware.IncorrectDeviceUpgradeJobStatus',
	'iot.firmware.NonVersionedDeviceInArray',
	'iot.firmware.SrcVersionMismatch',
];

const NOTHING_TO_CANCEL = [
	'iot.firmware.DeviceUpgradeRecordNotFound',
	'iot.firmware.IncorrectDeviceUpgradeJobStatus',
	'iot.firmware.JobAlreadyCanceled',
];

const AVOIDED_WORDS = /\b(errors?|problems?|failures?|mistakes?)\b/i;
const FULL_STOP = /[^.\s]\.$/;
const ADDRESS = /https?:|www\./i;

function codesWhere(holds: (meaning: CodeMeaning) => boolean): string[] {
	return Object.entries(CODES)
		.filter(([, meaning]) => holds(meaning))
		.map(([code]) => code)
		.sort();
}

function sentenceCount(text: string): number {
	return text.split(/\. (?=\p{Lu})/u).length;
}

/** The table plus one meaning that is made up on the spot, since it reaches people just the same. */
function everyMeaning(): Array<[string, CodeMeaning | undefined]> {
	return [...Object.entries(CODES), ['MissingFoo', meaningOf('MissingFoo')]];
}

describe('given the table of codes', () => {
	it('then it holds every documented code', () => {
		expect(Object.keys(CODES)).toHaveLength(246);
	});

	it('then no two codes differ in letter case only', () => {
		const codes = Object.keys(CODES);
		expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length);
	});

	it('then exactly the codes of passing states allow another attempt', () => {
		expect(codesWhere((meaning) => meaning.retry === true)).toEqual([...RETRYABLE].sort());
	});

	it('then every throttling or passing fault allows another attempt', () => {
		const passing = codesWhere(({ kind }) => kind === 'throttle' || kind === 'transient');
		expect(RETRYABLE).toEqual(expect.arrayContaining(passing));
	});

	it('then exactly the codes that a device can cause are worth a smaller request', () => {
		expect(codesWhere((meaning) => meaning.devices === true)).toEqual(
			[...CAUSED_BY_DEVICES].sort(),
		);
	});

	it('then exactly three codes say that there is nothing left to cancel', () => {
		expect(codesWhere((meaning) => meaning.nothingToCancel === true)).toEqual(
			[...NOTHING_TO_CANCEL].sort(),
		);
	});

	it('then a task that can no longer be cancelled is not told as an update that will not happen', () => {
		const { remedy } = CODES['iot.firmware.IncorrectDeviceUpgradeJobStatus'] ?? { remedy: '' };
		expect(remedy).toContain('Do not take this as proof');
	});
});

describe('given a meaning that a person reads', () => {
	it.each(everyMeaning())('then %s is told in full and plain sentences', (_code, meaning) => {
		const happened = meaning?.happened ?? '';
		const remedy = meaning?.remedy ?? '';

		expect(happened).toMatch(FULL_STOP);
		expect(remedy).toMatch(FULL_STOP);
		expect(sentenceCount(happened)).toBe(1);
		expect(sentenceCount(remedy)).toBeLessThanOrEqual(2);
		expect(`${happened} ${remedy}`).not.toMatch(AVOIDED_WORDS);
		expect(`${happened} ${remedy}`).not.toMatch(ADDRESS);
	});
});

describe('given a code', () => {
	it('when it comes in any letter case, then its meaning is found', () => {
		for (const [code, meaning] of Object.entries(CODES)) {
			fc.assert(
				fc.property(fc.mixedCase(fc.constant(code)), (spelling) => {
					expect(meaningOf(spelling)).toBe(meaning);
				}),
				{ numRuns: 10 },
			);
		}
	});

	it.each(['DeviceName', 'Foo', 'DeviceName.1'])(
		'when it says that %s is missing, then the meaning names that parameter',
		(name) => {
			const meaning = meaningOf(`Missing${name}`);

			expect(meaning?.kind).toBe('input');
			expect(meaning?.retry).toBeUndefined();
			expect(meaning?.happened).toContain(` ${name},`);
			expect(meaning?.remedy).toContain(` ${name} `);
		},
	);

	it('when the table has a missing parameter of its own, then the table wins', () => {
		expect(meaningOf('MissingFirmwareId')).toBe(CODES.MissingFirmwareId);
		expect(meaningOf('MissingParameter')).toBe(CODES.MissingParameter);
	});

	it.each([
		'',
		'iot.nobody.KnowsThis',
		'Missing',
		'Missingfoo',
		'MissingFoo bar',
		`Missing${'A'.repeat(65)}`,
		'constructor',
		'__proto__',
		'iot.system.SystemException ',
	])('when nobody documented %p, then it has no meaning', (code) => {
		expect(meaningOf(code)).toBeUndefined();
	});

	it('when it is any text, then looking it up never throws', () => {
		fc.assert(
			fc.property(fc.string(), (code) => {
				expect(() => meaningOf(code)).not.toThrow();
			}),
		);
	});
});
