import { choicesOf } from '../../nodes/TuyaIotPlatform/resources/choices';

describe('given values that the platform takes', () => {
	it('when they become options of a field, then each has its words and they are sorted by name', () => {
		const words = { low: 'Small', high: { name: 'Large', description: 'More than enough' } };
		expect(choicesOf(['low', 'high'] as const, (value) => words[value])).toEqual([
			{ name: 'Large', value: 'high', description: 'More than enough' },
			{ name: 'Small', value: 'low' },
		]);
	});

	it('when they are numbers, then they stay numbers', () => {
		expect(choicesOf([5, 10], String)).toEqual([
			{ name: '10', value: 10 },
			{ name: '5', value: 5 },
		]);
	});
});
