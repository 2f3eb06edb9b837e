import type { CallAction } from '../../../platform/client/callAction';
import type { JsonObject } from '../../../platform/json';
import { ReissueMemory } from '../../../platform/reissue/memory';
import { refused } from '../../support/fleetPlatform';
import { refusalOf, RETRY, Room, standings } from './room';

/** Names of a job's facts in any spelling: product, package, time of creation. */
const PRODUCT = /"productKey":"[^"]*",?/gi;
const PACKAGE = /"firmwareId":"[^"]*",?/gi;
const TIME = /"(utcCreate|gmtCreate|createTime)":"?[^",]*"?,?/gi;

/** The platform, whose answers to some actions lack a fact. */
function lacking(room: Room, fact: RegExp, actions: readonly string[]): CallAction {
	return async (asked) => {
		const outcome = await room.platform.call(asked);
		if (!outcome.ok || !actions.includes(asked.action)) return outcome;
		const text = JSON.stringify(outcome.answer.json).replaceAll(fact, '').replaceAll(',}', '}');
		const json: JsonObject = JSON.parse(text);
		return { ...outcome, answer: { ...outcome.answer, json } };
	};
}

const JOB = ['QueryOTAJob'];
const JOB_AND_LIST = ['QueryOTAJob', 'ListOTAJobByFirmware'];

describe('a job of which the platform does not tell all', () => {
	it.each<[string, RegExp, string]>([
		['product', PRODUCT, 'its product and package'],
		['package', PACKAGE, 'its product and package'],
	])(
		'given its page lacks the %s, when its devices are retried, then nothing is created and the reason is told',
		async (_, fact, told) => {
			const room = new Room(3, 'FAILED');
			const result = await room.putRight(RETRY, new ReissueMemory(), lacking(room, fact, JOB));
			expect(refusalOf(result)).toBe(
				`OTA Job is a job of which the platform does not tell ${told}`,
			);
			expect(room.newJobs).toEqual([]);
		},
	);

	it('given its page lacks the time, when the list of jobs has it, then its devices are retried', async () => {
		const room = new Room(3, 'FAILED');
		const result = await room.putRight(RETRY, new ReissueMemory(), lacking(room, TIME, JOB));
		expect(standings(result)).toEqual({ created: 3 });
	});

	it('given neither has the time, when its devices are retried, then nothing is created', async () => {
		const room = new Room(3, 'FAILED');
		const call = lacking(room, TIME, JOB_AND_LIST);
		const result = await room.putRight(RETRY, new ReissueMemory(), call);
		expect(refusalOf(result)).toBe(
			'OTA Job is a job of which the platform does not tell when it was created',
		);
		expect(room.newJobs).toEqual([]);
	});

	it('given the list of jobs is refused, when its page lacks the time, then the refusal is told', async () => {
		const room = new Room(3, 'FAILED');
		const lean = lacking(room, TIME, JOB);
		const fault = refused('Forbidden.RAM');
		const result = await room.putRight(RETRY, new ReissueMemory(), async (asked) =>
			asked.action === 'ListOTAJobByFirmware'
				? { ok: false, fault, attempts: 1, inDoubt: false }
				: await lean(asked),
		);
		expect(result).toEqual({ ok: false, fault });
	});
});
