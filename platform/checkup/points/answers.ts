import type { Asked } from '../asking';
import { idTypesIn, letterCaseOf, spellingOf } from '../answerLooks';
import type { LetterCase } from '../answerLooks';
import { FINE, notSeen } from '../findings';
import type { Findings, Point } from '../findings';
import type { RefusedFault } from '../../errors/faults';
import { readKey } from '../../json';
import type { JsonObject } from '../../json';

const section = '5. Answer';

/** Whether answers come in JSON or XML, with and without being asked for JSON. */
export function format({ asked }: Findings): Point {
	const of = (kind: 'full' | 'minimal') =>
		formatsOf(asked.filter(({ way }) => way.dialect.kind === kind)) || 'not seen';
	const unasked = of('minimal');
	return {
		point: 'Format',
		seen: `When asked for JSON: ${of('full')}. When not asked: ${unasked}.`,
		meaning: unasked.includes('XML')
			? 'This package reads JSON alone, so the instance has to be asked for it.'
			: 'This package reads JSON alone.',
		advice: unasked.includes('XML') ? 'Keep Common Parameters in the credential at Full.' : FINE,
		section,
	};
}

function formatsOf(asked: readonly Asked[]): string {
	const formats = asked.flatMap(({ outcome }) => {
		if (outcome.ok || outcome.fault.kind === 'refused') return ['JSON'];
		return outcome.fault.kind === 'unreadable' && outcome.fault.found === 'xml' ? ['XML'] : [];
	});
	return [...new Set(formats)].join(' and ');
}

const CASES: Readonly<Record<LetterCase, string>> = {
	small: 'small first letters',
	capital: 'capital first letters',
	mixed: 'small and capital first letters',
};

const READ_EITHER = 'This package reads keys in either letter case.';

/** How keys are spelled where the platform says yes. */
export function keysOnYes({ asked }: Findings): Point {
	const point = 'Keys of a yes';
	const seen = casesIn(
		asked.flatMap(({ outcome }) => (outcome.ok ? [outcome.answer.json] : [])),
		'success',
	);
	if (seen === '') return notSeen(point, 'No read was answered with a yes.', section);
	const advice = 'Expressions on the raw answer need this spelling.';
	return { point, seen, meaning: READ_EITHER, advice, section };
}

/** How keys are spelled where the platform says no, and what else such an answer is like. */
export function keysOnNo({ asked }: Findings): Point {
	const point = 'Keys of a no';
	const refusals = asked.flatMap(({ outcome }) =>
		!outcome.ok && outcome.fault.kind === 'refused' ? [outcome.fault] : [],
	);
	const isGateways = ({ json }: RefusedFault) => readKey(json, 'hostId') !== undefined;
	const parts = [
		ofRefusals(
			'an action',
			refusals.filter((refusal) => !isGateways(refusal)),
		),
		ofRefusals('the gateway', refusals.filter(isGateways)),
	];
	const seen = parts.filter(Boolean).join('; ');
	if (seen === '') return notSeen(point, 'No read was refused.', section);
	return { point, seen, meaning: READ_EITHER, advice: FINE, section };
}

function ofRefusals(by: string, refusals: readonly RefusedFault[]): string {
	if (refusals.length === 0) return '';
	const statuses = [...new Set(refusals.map(({ status }) => status))].sort((a, b) => a - b);
	const cases = casesIn(
		refusals.map(({ json }) => json),
		'code',
	);
	return `by ${by}: ${cases}, HTTP status ${statuses.join(' and ')}`;
}

/** The letter cases of answers, each with a key as an example. */
function casesIn(answers: readonly JsonObject[], example: string): string {
	const told = answers.flatMap((json) => {
		const letterCase = letterCaseOf(json);
		const key = spellingOf(example, json);
		return letterCase ? [`${CASES[letterCase]}${key ? ` (${key})` : ''}`] : [];
	});
	return [...new Set(told)].join(' and ');
}

const IDS = ['FirmwareId', 'JobId', 'TaskId'];

/** Whether long IDs come as text or as numbers. */
export function ids({ asked }: Findings): Point {
	const point = 'IDs';
	const bodies = asked.flatMap(({ outcome, raw }) => (outcome.ok && raw ? [raw.body] : []));
	const seen = IDS.flatMap((name) => {
		const types = new Set(bodies.flatMap((body) => [...idTypesIn(body, name)]));
		return types.size > 0 ? [`${name}: ${[...types].sort().join(' and ')}`] : [];
	});
	if (seen.length === 0) return notSeen(point, 'No answer had a package, job or task.', section);
	const areNumbers = seen.some((line) => line.includes('number'));
	return {
		point,
		seen: seen.join('. '),
		meaning: areNumbers
			? 'Numbers of 19 digits lose the last ones in JavaScript. This package reads them as text.'
			: 'Text keeps all digits.',
		advice: areNumbers
			? 'Do not read IDs with the HTTP Request node or a Code node: they lose digits there.'
			: FINE,
		section,
	};
}
