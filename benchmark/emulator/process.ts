/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: starts a process */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EmulatorReport, EmulatorSetting, Order, Reply } from './messages';

/** Where an emulator listens. */
export interface Address {
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	/** e.g. 127.0.0.1:12345 */
	readonly endpoint: string;
}

/** The emulator in a process of its own, so that its CPU and memory do not count. */
export class EmulatorProcess {
	private readonly child: ChildProcess = fork(join(__dirname, 'main.ts'));

	/** Starts afresh: new fleet, new log, new port. */
	async start(setting: EmulatorSetting): Promise<Address> {
		const reply = await this.ask({ kind: 'start', setting });
		if (reply.kind !== 'started') throw new Error('The emulator did not start');
		return reply;
	}

	/** What was seen since the start. */
	async report(): Promise<EmulatorReport> {
		const reply = await this.ask({ kind: 'report' });
		if (reply.kind !== 'reported') throw new Error('The emulator did not report');
		return reply.report;
	}

	end(): void {
		this.child.kill();
	}

	private async ask(order: Order): Promise<Reply> {
		this.child.send(order);
		const [reply]: Reply[] = await once(this.child, 'message');
		if (!reply) throw new Error('The emulator did not reply');
		return reply;
	}
}
