import { idTypesIn, letterCaseOf, listLookOf } from '../../../platform/checkup/answerLooks';

const PATH = ['Data', 'SimpleOTATaskInfo'];

describe('given the keys of an answer', () => {
	it.each([
		[{ code: '', success: true }, 'small'],
		[{ Code: '', Success: true }, 'capital'],
		[{ code: '', Success: true }, 'mixed'],
		[{}, undefined],
	])('when they are those of %j, then they begin with %s letters', (json, letterCase) => {
		expect(letterCaseOf(json)).toBe(letterCase);
	});
});

describe('given a list of an answer', () => {
	const task = { taskId: '1' };
	it.each([
		[{ data: { simpleOTATaskInfo: [task] } }, 'documented', ['data', 'simpleOTATaskInfo']],
		[{ DATA: { simpleotataskinfo: [task] } }, 'documented', ['DATA', 'simpleotataskinfo']],
		[{ data: [task] }, 'bare', ['data']],
		[{ data: { simpleOTATaskInfo: task } }, 'single', ['data', 'simpleOTATaskInfo']],
		[{ data: task }, 'single', ['data']],
		[{ data: { simpleOTATaskInfo: [] } }, 'empty', ['data', 'simpleOTATaskInfo']],
		[{ data: [] }, 'empty', ['data']],
		[{ data: {} }, 'empty', ['data']],
		[{ code: '' }, 'empty', []],
		[{ data: { items: [task] } }, 'other', ['data']],
		[{ data: 'text' }, 'other', ['data']],
	])('when it stands as in %j, then it is %s', (json, shape, keys) => {
		expect(listLookOf(json, PATH, 'TaskId')).toEqual({ shape, keys });
	});
});

describe('given the text of an answer', () => {
	it.each([
		['{"jobId":"1"}', ['text']],
		['{"JobId" : 1836340779212660001}', ['number']],
		['{"a":{"jobId":"1"},"b":[{"jobId":2}]}', ['text', 'number']],
		['{"taskDesc":"see \\"jobId\\":\\"1\\""}', []],
		['{"jobIds":["1"]}', []],
	])('when it is %s, then its job IDs are %j', (body, types) => {
		expect([...idTypesIn(body, 'JobId')]).toEqual(types);
	});
});
