import type { IExecuteData, INode } from 'n8n-workflow';
import { doneBefore, TriesOfRun } from '../../../nodes/TuyaIotPlatform/shared/triesOfRun';

function node(name: string): INode {
	return { id: name, name, type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
}

function contextOf(run: IExecuteData, name = run.node.name) {
	return { getExecuteData: () => run, getNode: () => node(name) };
}

const runOf = (name: string): IExecuteData => ({ node: node(name), data: {}, source: null });

describe('What the tries of a run share', () => {
	const tries = new TriesOfRun(() => ({}));

	it('given one run, when the node is tried again, then it gets the same', () => {
		const run = runOf('Tuya');
		expect(tries.of(contextOf(run))).toBe(tries.of(contextOf(run)));
	});

	it('given another run of the same node, as in a loop or another execution, when it begins, then it gets its own', () => {
		const first = tries.of(contextOf(runOf('Tuya')));
		expect(tries.of(contextOf(runOf('Tuya')))).not.toBe(first);
	});

	it("given the tool of an agent, which gets the agent's data for each call, when it is called again, then that is no try of the call before", () => {
		const agent = runOf('Agent');
		expect(tries.of(contextOf(agent, 'Tuya'))).not.toBe(tries.of(contextOf(agent, 'Tuya')));
	});
});

describe('The hint at what an earlier try has done', () => {
	it.each([
		[0, []],
		[1, [expect.stringMatching(/^1 device was accepted in an earlier try/)]],
		[2, [expect.stringMatching(/^2 devices were accepted in an earlier try/)]],
	])('given %i devices, when told, then it counts them', (number, told) => {
		expect(doneBefore(number, 'device', 'accepted')).toEqual(told);
	});
});
