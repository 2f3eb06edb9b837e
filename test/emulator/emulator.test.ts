/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { startEmulator } from './emulator';
import { always, type Fault } from './faults/faults';
import { buildFleet } from './fleet/fleets';
import type { RequestLogEntry } from './http/requestLog';
import { call, expectRefusal, send, sendChanged, withEmulator } from './testing';

const PAGE = { CurrentPage: 1, PageSize: 1 };

describe('given https', () => {
	it('when a client trusts the private certificate, then it is served', () =>
		withEmulator({ https: true }, async (emulator) => {
			expect(emulator.url).toBe(`https://127.0.0.1:${emulator.port}`);
			expect(await call(emulator, 'ListOTAFirmware', PAGE)).toMatchObject({ success: true });
		}));

	it.each(['localhost', '127.0.0.1'])(
		'when it is reached as %s, then the name fits',
		(servername) =>
			withEmulator({ https: true }, async (emulator) => {
				const agent = new HttpsAgent({ ca: emulator.certificate });
				const answer = await send(emulator, '/', { agent, host: servername });
				expect(answer.status).toBe(400);
				agent.destroy();
			}),
	);

	it('when a client does not trust it, then the client refuses the connection', () =>
		withEmulator({ https: true }, async (emulator) => {
			await expect(send(emulator, '/')).rejects.toMatchObject({
				code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			});
			expect(emulator.log).toEqual([]);
		}));
});

describe('given another name than what it listens on', () => {
	it('when it is started and called, then it goes by that name', async () => {
		const options = { host: '127.0.0.1', advertisedHost: 'host.docker.internal' };
		await expectRefusal({ AccessKeyId: 'unknown' }, 'InvalidAccessKeyId.NotFound', 404, options);
		await withEmulator(options, async ({ endpoint, url, port }) => {
			expect(endpoint).toBe(`host.docker.internal:${port}`);
			expect(url).toBe(`http://${endpoint}`);
		});
	});
});

describe('given stop()', () => {
	it.each<Fault>([{ kind: 'hang' }, { kind: 'slow', ms: 3_600_000 }])(
		'when a request waits under the fault $kind, then it ends at once',
		async (fault) => {
			let seen = () => {};
			const arrived = new Promise<void>((resolve) => (seen = resolve));
			const emulator = await startEmulator({ faults: always(fault), onRequest: () => seen() });
			const waiting = expect(sendChanged(emulator)).rejects.toMatchObject({ code: 'ECONNRESET' });
			await arrived;
			await emulator.stop();
			await waiting;
		},
	);

	it('when a client keeps its connection alive, then it ends as well, and a second stop() is fine', async () => {
		const emulator = await startEmulator();
		const agent = new Agent({ keepAlive: true });
		await send(emulator, '/', { agent });
		await emulator.stop();
		await emulator.stop();
		await expect(send(emulator, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
		agent.destroy();
	});

	it('when the port is taken, then the start fails', () =>
		withEmulator({}, async ({ port }) => {
			await expect(startEmulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
		}));
});

describe('given connections', () => {
	it('when a client keeps one alive, then all its requests use it', () =>
		withEmulator({}, async (emulator) => {
			const agent = new Agent({ keepAlive: true, maxSockets: 1 });
			const answers = [await send(emulator, '/', { agent }), await send(emulator, '/', { agent })];
			expect(answers.map(({ headers }) => headers.connection)).toEqual([
				'keep-alive',
				'keep-alive',
			]);
			expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
			agent.destroy();
		}));

	it('when there is latency, then each answer waits but the action is done at once', () =>
		withEmulator({ latency: 15 }, async (emulator) => {
			const start = performance.now();
			await sendChanged(emulator);
			expect(performance.now() - start).toBeGreaterThan(13);
		}));

	it('when a plan of faults throws, then the answer names the mistake', () => {
		const faults = () => {
			throw new Error('slip in a plan');
		};
		return withEmulator({ faults }, async (emulator) => {
			const answer = await sendChanged(emulator);
			expect(answer).toMatchObject({
				status: 500,
				body: expect.stringContaining('slip in a plan'),
			});
		});
	});
});

describe('given the log', () => {
	it('when requests come in, then each is noted in order and told', async () => {
		const told: RequestLogEntry[] = [];
		const options = { now: () => Date.parse('2025-01-01T00:00:00Z'), clockOffset: 5000 };
		await withEmulator({ ...options, onRequest: (entry) => told.push(entry) }, async (emulator) => {
			await send(emulator, '/?Action=%E6%BC%A2');
			await sendChanged(emulator, { Timestamp: '2025-01-01T00:00:00Z' });
			expect(emulator.log).toEqual(told);
			expect(told).toMatchObject([
				{
					...{ at: options.now(), method: 'GET', url: '/?Action=%E6%BC%A2', bytes: 18 },
					...{ action: '漢', parameters: { Action: '漢' } },
					...{ outcome: 'refused', code: 'MissingAccessKeyId', status: 400 },
				},
				{ action: 'ListOTAFirmware', outcome: 'answered', code: '', status: 200 },
			]);
		});
	});
});

describe('given a fleet of 100,000 devices', () => {
	it('when single devices are looked up and cancelled, then the size does not matter', () =>
		withEmulator({ fleet: buildFleet({ devices: 100_000 }) }, async (emulator) => {
			const { fleet } = emulator;
			const start = performance.now();
			for (let index = 1; index <= 100_000; index++) fleet.task(`testDevice${index}`);
			expect(performance.now() - start).toBeLessThan(10_000);
			expect(fleet.countByStatus().QUEUED).toBe(100_000);
		}));
});
