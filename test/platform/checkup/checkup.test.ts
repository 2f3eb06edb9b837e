import { checkUp } from '../../../platform/checkup/checkup';
import type { CheckupSetup } from '../../../platform/checkup/asking';
import type { Sent } from '../../../platform/client/callAction';
import type { Connection } from '../../../platform/signing/connection';
import { ACTIONS, isAction } from '../../../platform/catalog';
import { Document } from '../../docs/markdown';
import { connectionTo } from '../../support/connections';

const NOW = Date.UTC(2026, 10, 29);
const DAY = 24 * 60 * 60_000;

/** An instance that answers each request so, and what came of its check. */
async function checked(
	answer: (action: string, connection: Connection, n: number) => Sent,
	changes: Partial<CheckupSetup> = {},
) {
	const actions: string[] = [];
	const checkup = await checkUp({
		connection: connectionTo('https://iot.example.com:8686'),
		portsFor: (connection) => ({
			send: async ({ call }) => {
				actions.push(call?.action ?? '');
				return answer(call?.action ?? '', connection, actions.length);
			},
			sleep: async () => {},
			log: () => {},
		}),
		rules: { timeout: 1000 },
		measureRate: false,
		now: () => NOW,
		...changes,
	});
	const of = (name: string) => checkup.points.find(({ point }) => point === name);
	return { ...checkup, actions, of };
}

function answered(json: object, status = 200, rest: object = {}): Sent {
	return { kind: 'answered', status, body: JSON.stringify(json), headers: {}, ...rest };
}

const YES = answered({ code: '', requestId: 'r', success: true });
const refused = (code: string, status = 400) =>
	answered({ Code: code, RequestId: 'r', HostId: 'h' }, status);

describe('given an instance that throttles all the time', () => {
	it('when it is checked, then 20 requests are the end of it', async () => {
		const { actions, of } = await checked(() => refused('Throttling.User'));
		expect(actions.length).toBeLessThanOrEqual(20);
		expect(of('Reachable')?.seen).toMatch(/^no: .*\(Throttling\.User\)$/);
	});
});

describe('given an instance that refuses every second request for its nonce', () => {
	it('when it is checked, then no more than 20 requests are sent, and what was not asked is told', async () => {
		const { actions, of } = await checked((_, __, n) =>
			n % 2 === 1 ? refused('SignatureNonceUsed') : YES,
		);
		expect(actions).toHaveLength(20);
		expect(of('Actions that read')?.seen).toMatch(/^10 of \d+ allowed; not known: .*\(not asked\)/);
		expect(of('Requests')?.seen).toBe('20, reads alone');
	});
});

describe('given an instance with a certificate that shows', () => {
	it.each([
		[
			{ issuer: 'DigiCert Inc', validTo: NOW + 100.5 * DAY, protocol: 'TLSv1.3' },
			'TLSv1.3, issued by DigiCert Inc, 100 days left',
			'Nothing to do.',
		],
		[
			{ issuer: '', validTo: NOW + 5 * DAY, protocol: 'TLSv1.2' },
			'TLSv1.2, vouched for by itself, 5 days left',
			'Have the certificate of the instance renewed.',
		],
		[
			{ issuer: 'A | B', validTo: NOW - 1.5 * DAY, protocol: 'TLSv1.2' },
			'TLSv1.2, issued by A | B, ended 2 days ago',
			'Have the certificate of the instance renewed.',
		],
	])('when it is %j, then it is told as "%s"', async (certificate, seen, advice) => {
		const { of, report } = await checked(() =>
			answered(JSON.parse('{"success":true}'), 200, { certificate }),
		);
		expect(of('TLS and certificate')).toMatchObject({ seen, advice });
		expect(report).toContain(seen.replace('|', '\\|'));
	});

	it('when it does not show, then it is not seen', async () => {
		const { of } = await checked(() => YES);
		expect(of('TLS and certificate')?.seen).toBe('not seen');
	});
});

describe('given an instance that objects to what the table lists', () => {
	it('when the credential says Full, then Minimal is found and advised', async () => {
		const { of, actions } = await checked((_, { dialect }) =>
			dialect.kind === 'minimal' ? YES : refused('InvalidVersion'),
		);
		expect(of('Common Parameters')).toMatchObject({
			seen: 'Full: refused (InvalidVersion). Minimal: taken.',
			advice: 'Set Common Parameters in the credential to Minimal.',
		});
		expect(of('Version')?.seen).toBe(
			'2018-01-20: refused (InvalidVersion). 2022-01-01: refused (InvalidVersion).',
		);
		expect(actions.length).toBeLessThanOrEqual(20);
	});
});

describe('given an instance without some actions', () => {
	it('when it is checked, then they are told as such, and none as a right that the key lacks', async () => {
		const { of } = await checked((action) =>
			action.startsWith('Batch') ? refused('InvalidAction.NotFound', 404) : YES,
		);
		const seen = of('Actions that read')?.seen ?? '';
		expect(seen).toContain(
			'not on this instance: BatchQueryDeviceDetail (InvalidAction.NotFound), BatchGetDeviceState (InvalidAction.NotFound)',
		);
		expect(seen).not.toContain('not allowed');
	});
});

describe('given a workflow that is stopped', () => {
	it('when that is before the check, then nothing is sent, and every point says so', async () => {
		const { actions, points } = await checked(() => YES, {
			portsFor: () => ({
				send: async () => YES,
				sleep: async () => {},
				stopped: AbortSignal.abort(),
				log: () => {},
			}),
		});
		expect(actions).toEqual([]);
		expect(points.map(({ seen }) => seen)).toContain('not seen');
	});
});

describe('given every action that reads', () => {
	it('when an instance is checked, then each is asked, and what changes something never', async () => {
		const { actions } = await checked(() => YES);
		const reads = Object.keys(ACTIONS)
			.filter(isAction)
			.filter((action) => ACTIONS[action].effect === 'read');
		expect([...new Set(actions)].sort()).toEqual(reads.sort());
	});
});

describe('given the sections that points name', () => {
	it('when they are looked up, then docs/PROTOCOL.md has each', async () => {
		const { points } = await checked(() => YES);
		const { headings } = await Document.read('docs/PROTOCOL.md');
		const named = points.flatMap(({ section }) => (section === undefined ? [] : [section]));
		expect(named.length).toBeGreaterThan(10);
		for (const section of named) expect(headings.map(({ text }) => text)).toContain(section);
	});
});
