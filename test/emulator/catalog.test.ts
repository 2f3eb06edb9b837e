import { ACTIONS } from '../../platform';
import { actionNames } from './actions';

describe('given the catalog of documented actions', () => {
	it('when the emulator is asked for its own, then it offers exactly those', () => {
		expect(actionNames().toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
	});
});
