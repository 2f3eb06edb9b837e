import type { Asked } from '../../../platform/checkup/asking';
import { reasonFor, standingOf } from '../../../platform/checkup/standing';
import type { Standing } from '../../../platform/checkup/standing';
import type { CallFault } from '../../../platform/errors/faults';
import { refusedFault } from '../../support/refusedFault';

/** A read that ended so, with this text as its answer. */
function asked(fault: CallFault | undefined, body = ''): Asked {
	const answer = { json: {}, requestId: '' };
	const common = { attempts: 1, inDoubt: false };
	return {
		...{ action: 'QueryProduct', parameters: {}, sentAt: 0, answeredAt: 0 },
		way: { method: 'GET', dialect: { kind: 'minimal' } },
		outcome: fault ? { ...common, ok: false, fault } : { ...common, ok: true, answer },
		raw: { kind: 'answered', status: 200, headers: {}, body },
	};
}

const code = (name: string) => asked(refusedFault(name));
const xml = (body: string) => asked({ kind: 'unreadable', found: 'xml', status: 200 }, body);

describe('given a read and its end', () => {
	it.each<[string, Asked, Standing, string]>([
		['a yes', asked(undefined), 'allowed', ''],
		[
			'a no of the action',
			code('iot.prod.NotExistedProduct'),
			'allowed',
			'iot.prod.NotExistedProduct',
		],
		['a no that nobody documented', code('iot.lamp.One'), 'allowed', 'an undocumented code'],
		['a key without the right', code('Forbidden.RAM'), 'denied', 'Forbidden.RAM'],
		['an unknown action', code('InvalidAction.NotFound'), 'absent', 'InvalidAction.NotFound'],
		[
			'an action that is not sold',
			code('iot.common.APINotSupportedInInstance'),
			'absent',
			'iot.common.APINotSupportedInInstance',
		],
		['a missing Version', code('MissingVersion'), 'notTaken', 'MissingVersion'],
		['another version', code('InvalidVersion'), 'notTaken', 'InvalidVersion'],
		['a refused method', code('UnsupportedHTTPMethod'), 'notTaken', 'UnsupportedHTTPMethod'],
		['throttling', code('Throttling.User'), 'unclear', 'Throttling.User'],
		[
			'an unknown key',
			code('InvalidAccessKeyId.NotFound'),
			'unclear',
			'InvalidAccessKeyId.NotFound',
		],
		[
			'a wrong secret',
			asked(refusedFault('SignatureDoesNotMatch', { signed: { kind: 'same' } })),
			'unclear',
			'SignatureDoesNotMatch',
		],
		[
			'a request that was changed on its way',
			asked(refusedFault('SignatureDoesNotMatch', { signed: { kind: 'otherPath' } })),
			'notTaken',
			'SignatureDoesNotMatch',
		],
		['words for a code', code('testDevice1 is no device'), 'unclear', 'an undocumented code'],
		[
			'a status that turns away',
			asked({ kind: 'unreadable', found: 'html', status: 405 }),
			'notTaken',
			'HTTP status 405',
		],
		[
			'a page',
			asked({ kind: 'unreadable', found: 'html', status: 200 }),
			'unclear',
			'HTTP status 200',
		],
		['a yes in XML', xml('<R><Success>true</Success></R>'), 'allowed', 'HTTP status 200'],
		[
			'a no in XML',
			xml('<Error><Code>MissingVersion</Code></Error>'),
			'notTaken',
			'MissingVersion',
		],
		['no code in XML', xml('<R/>'), 'unclear', 'HTTP status 200'],
		[
			'no answer',
			asked({ kind: 'network', reason: 'reset', cause: 'ECONNRESET' }),
			'unclear',
			'ECONNRESET',
		],
		['a stop', asked({ kind: 'stopped' }), 'unclear', 'not asked'],
	])(
		'when it is %s, then it says as much of the action, and no text of the platform',
		(_, read, standing, reason) => {
			expect([standingOf(read), reasonFor(read)]).toEqual([standing, reason]);
		},
	);
});
