import { Fleet } from './fleet';
import { buildFleet, demoFleet, DEMO } from './fleets';

describe('given the demo fleet', () => {
	it('when it is made, then it holds the documented example', () => {
		const fleet = demoFleet();
		expect(fleet.product('k1nhvyl0001')).toBeDefined();
		expect(fleet.package('168')?.productKey).toBe('k1nhvyl0001');
		expect(fleet.job(DEMO.jobId)?.jobId).toMatch(/^\d{19}$/);
		expect(fleet.devices).toHaveLength(20);
		expect(fleet.statusOf('k1nhvyl0001', '168', 'testDevice1')).toBe('QUEUED');
		expect(fleet.statusOf('k1nhvyl0001', '168', 'testDevice2')).toBe('QUEUED');
		for (const count of Object.values(fleet.countByStatus())) expect(count).toBeGreaterThan(0);
	});
});

describe('given a built fleet', () => {
	it('when states, names and ids are chosen, then the records have them', () => {
		const fleet = buildFleet({
			devices: 3,
			status: (index) => (index === 0 ? 'CONFIRM' : 'NOTIFIED'),
			name: (index) => `lamp-${index}`,
			...{ productKey: 'p', firmwareId: '7', jobId: '1000000000000000007' },
		});
		expect(fleet.task('lamp-0')).toMatchObject({ taskStatus: 'CONFIRM', firmwareId: '7' });
		expect(fleet.countByStatus()).toMatchObject({ CONFIRM: 1, NOTIFIED: 2, QUEUED: 0 });
		expect(fleet.tasks.map(({ taskId }) => taskId.length)).toEqual([19, 19, 19]);
		expect(new Set(fleet.tasks.map(({ taskId }) => taskId)).size).toBe(3);
	});

	it('when it is added to another, then both are there', () => {
		const fleet = buildFleet({ devices: 1 });
		buildFleet({ devices: 1, productKey: 'p', firmwareId: '7', jobId: '7', into: fleet });
		expect(fleet.task('testDevice1', { productKey: 'p' })?.firmwareId).toBe('7');
		expect(fleet.statusOf(DEMO.productKey, '7', 'testDevice1')).toBeUndefined();
	});
});

describe('given a fleet of single records', () => {
	it('when a task is added, then its device is added with it, once', () => {
		const fleet = new Fleet();
		fleet.addProduct({ productKey: 'p' });
		fleet.addPackage({ firmwareId: '1', productKey: 'p', destVersion: '2.0.0' });
		const { jobId } = fleet.addJob({ firmwareId: '1' });
		fleet.addTask({ jobId, deviceName: 'd' });
		fleet.addTask({ jobId, deviceName: 'd', taskStatus: 'FAILED' });
		expect(fleet.deviceCount('p')).toBe(1);
		expect(fleet.task('d')).toMatchObject({ taskStatus: 'FAILED', destVersion: '2.0.0', jobId });
	});

	it('when something is missing before it, then the message names that', () => {
		const fleet = new Fleet();
		expect(() => fleet.addJob({ firmwareId: '1' })).toThrow('no package "1"');
		expect(() => fleet.addTask({ jobId: '2', deviceName: 'd' })).toThrow('no job "2"');
		expect(() => fleet.setStatus('d', 'FAILED')).toThrow('no task of "d"');
	});

	it('when a state is set, then progress and time of change follow', () => {
		const fleet = buildFleet({ devices: 1 });
		fleet.setClock(() => Date.parse('2025-01-01T00:00:00Z'));
		fleet.setStatus('testDevice1', 'SUCCEEDED');
		expect(fleet.task('testDevice1')).toMatchObject({
			progress: '100',
			utcModified: '2025-01-01T00:00:00.000Z',
		});
	});
});
