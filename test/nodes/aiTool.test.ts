import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { callTool } from './aiTool';
import { credentialFor } from './bench';
import { onOperations, ownParameters } from './operations/bench';
import { DONE, byId } from './operations/variant';

describe('The node as a tool of an AI agent', () => {
	it('given parameters that the model fills in, when the agent cancels, then the request leaves and the answer comes back', async () => {
		await onOperations(engine, {}, async ({ emulator }) => {
			const call = await callTool(
				engine,
				credentialFor(emulator),
				{
					resource: 'otaTask',
					operation: 'cancelByDevice',
					productKey: byId("={{ $fromAI('productKey', 'the product key', 'string') }}"),
					firmwareId: byId(DEMO.firmwareId),
					deviceNames: "={{ $fromAI('deviceNames', 'names separated by commas', 'string') }}",
				},
				{ productKey: DEMO.productKey, deviceNames: 'testDevice1, testDevice2' },
			);

			expect(call?.answer).toEqual([DONE]);
			expect(emulator.log.map(ownParameters)).toEqual([
				{
					...{ ProductKey: DEMO.productKey, FirmwareId: DEMO.firmwareId },
					...{ 'DeviceName.1': 'testDevice1', 'DeviceName.2': 'testDevice2' },
				},
			]);
		});
	});

	it('given a read, when the agent asks, then the records come back', async () => {
		await onOperations(engine, {}, async ({ emulator }) => {
			const call = await callTool(
				engine,
				credentialFor(emulator),
				{
					...{ resource: 'otaTask', operation: 'getManyByJob', returnAll: true },
					jobId: byId("={{ $fromAI('jobId', 'the job', 'string') }}"),
					filters: { deviceNames: "={{ $fromAI('deviceNames', 'names', 'string') }}" },
				},
				{ jobId: DEMO.jobId, deviceNames: 'testDevice5,testDevice7' },
			);

			expect(call?.answer).toMatchObject([
				{ deviceName: 'testDevice5', taskStatus: 'IN_PROGRESS', progress: '50' },
				{ deviceName: 'testDevice7', taskStatus: 'FAILED' },
			]);
			expect(call?.description).toMatch(/Get many OTA tasks by job|getManyByJob/);
		});
	});

	it('given an ID that the model made up, when the agent asks, then it is told what is wrong', async () => {
		await onOperations(engine, {}, async ({ emulator }) => {
			const calling = callTool(
				engine,
				credentialFor(emulator),
				{
					...{ resource: 'otaJob', operation: 'get' },
					jobId: byId("={{ $fromAI('jobId', 'the job', 'string') }}"),
				},
				{ jobId: '1836340779212669999' },
			);
			await expect(calling).rejects.toMatchObject({
				message: expect.stringMatching(/\(iot\.firmware\.InvalidOTAJobId\)/),
			});
		});
	});
});

const OPERATIONS = resources.flatMap(({ value, operations }) =>
	operations.map((operation) => ({
		...{ ...operation, label: operation.name },
		name: `${value}.${operation.value}`,
	})),
);

/** How descriptions begin, by the first word of the operation's name: n8n has one word for one thing. */
const BEGINNINGS: Readonly<Record<string, string>> = {
	Get: 'Retrieve ',
	Update: 'Update ',
	Delete: 'Destructive: delete ',
};

/** Operations after which something is gone, another thing in its place, or something done in the world. */
const DESTRUCTIVE = /^(call|cancel|delete|invoke|rollBack|set)/;

describe('What a model reads of each operation', () => {
	it.each(OPERATIONS)(
		'given $name, when it is described, then it is in sentences that begin with what is destroyed, if anything',
		({ value, label, description, name, action }) => {
			expect([name, description.startsWith('Destructive: ')]).toEqual([
				name,
				DESTRUCTIVE.test(value),
			]);
			expect(description).toMatch(/^[A-Z].{19,}$/);
			const sentences = description.split(/(?<=\.) (?=[A-Z])/);
			expect([name, description.endsWith('.')]).toEqual([name, sentences.length > 1]);
			expect(action).toMatch(/^[A-Z][a-z]+ /);
			const [verb = ''] = label.split(' ');
			const beginning = BEGINNINGS[verb] ?? '';
			expect([name, description.slice(0, beginning.length)]).toEqual([name, beginning]);
		},
	);
});
