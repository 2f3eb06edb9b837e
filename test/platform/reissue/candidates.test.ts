import type { CallAction } from '../../../platform/client/callAction';
import { findCandidates } from '../../../platform/reissue/candidates';
import { RETRY } from './room';

const DEVICES = 150_000;

/** Answers each page of a list of tasks that all failed. */
const listFailed: CallAction = async ({ parameters }) => {
	const size = Number(parameters.PageSize);
	const before = (Number(parameters.CurrentPage) - 1) * size;
	const onPage = Math.max(0, Math.min(size, DEVICES - before));
	const SimpleOTATaskInfo = Array.from({ length: onPage }, (_, index) => ({
		TaskId: `t${before + index}`,
		DeviceName: `device${before + index}`,
		TaskStatus: 'FAILED',
	}));
	const json = { Success: true, Total: DEVICES, Data: { SimpleOTATaskInfo } };
	const answer = { json, requestId: '' };
	return await Promise.resolve({ ok: true, answer, attempts: 1, inDoubt: false });
};

describe('the devices of a job that are to be retried', () => {
	it('given 150,000 of them failed, when they are looked for, then all are found', async () => {
		const order = { aim: RETRY, jobId: '1', firmwareId: '', item: 0, settings: {} };
		const found = await findCandidates(order, () => false, listFailed);
		expect(found.ok && found.value.length).toBe(DEVICES);
	});
});
