import type { IDataObject } from 'n8n-workflow';
import { DEMO } from '../../emulator/fleet/fleets';

const pinned = (...items: IDataObject[]) => items.map((json) => ({ json }));
const { productKey, firmwareId, jobId } = DEMO;

/** What a roll-out that goes wrong makes the trigger hand on. */
const ROLL_OUT = {
	event: 'jobGoesWrong',
	message:
		'4 of 50 devices that were judged count as failed (8 %). The tasks of 2 devices can still be cancelled.',
	...{ productKey, firmwareId, jobId },
	...{ failureRate: 8, failures: 4, sample: 50 },
	deviceNames: ['testDevice1', 'testDevice2'],
};

/**
 * What people and other systems outside of n8n give while an example runs, by file and node, pinned as
 * one does in the editor: nobody is there to answer a form or to take a ticket.
 */
export const OUTSIDE: Readonly<Record<string, IDataObject>> = {
	'cancel-with-ticket.json': { 'Open a ticket': pinned({ id: 'TICKET-1' }) },
	'csv-batch-cancel.json': {
		Upload: pinned({ submittedAt: '2026-03-01T08:00:00.000Z', formMode: 'test' }),
		'Read the rows': pinned(
			{ productKey, firmwareId, jobId, deviceName: 'testDevice1' },
			{ productKey, firmwareId, jobId, deviceName: 'testDevice2' },
		),
	},
	'progress-to-chat.json': { 'Tell your team': pinned({}) },
	'retry-failed.json': { 'Ask a person': pinned({ data: { approved: true } }) },
	'stop-and-roll-back.json': {
		'When a roll-out goes wrong': pinned(ROLL_OUT),
		'Tell your team': pinned({}),
		'Ask a person': pinned({ data: { approved: true } }),
	},
	'watch-and-cancel.json': { 'When a roll-out goes wrong': pinned(ROLL_OUT) },
	'watch-approve-cancel.json': {
		'When a roll-out goes wrong': pinned(ROLL_OUT),
		'Ask a person': pinned({ data: { approved: true } }),
	},
	'watch-cancel-job.json': { 'When a roll-out goes wrong': pinned(ROLL_OUT) },
	'webhook-with-approval.json': {
		'Wait for approval': pinned({ Decision: 'Cancel them', formMode: 'test' }),
	},
};
