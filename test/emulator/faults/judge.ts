import {
	businessError,
	gatewayError,
	htmlPage,
	success,
	type Answer,
	type AnswerForm,
} from '../http/answers';
import type { Delivery } from '../http/delivery';
import type { Fault } from './faults';
import type { RequestLogEntry } from '../http/requestLog';

/** What is decided on a request: how it ends, and what the log says of it. */
export interface Judgement extends Delivery {
	outcome: RequestLogEntry['outcome'];
	code: string;
}

/** Who answers requests of a kind: the platform, or the object storage beside it. */
export interface Respondent<T> {
	/** Carries a request out. */
	answer(request: T): Answer;
	/** The no to a request, undefined when it would be carried out. */
	refusal(request: T): Answer | undefined;
	/** How an answer to it is printed. */
	formOf(request: T): AnswerForm;
}

/** Decides on one request. A fault's `after` and the gate decide whether the action is done. */
export function judge<T>(respondent: Respondent<T>, incoming: T, fault?: Fault): Judgement {
	if (fault === undefined) return plainly(respondent.answer(incoming));
	const form = respondent.formOf(incoming);
	switch (fault.kind) {
		case 'slow':
			return { ...plainly(respondent.answer(incoming)), delay: fault.ms };
		case 'throttle':
		case 'code':
			return fromBehindTheGate(respondent.refusal(incoming), planned(fault, form));
		case 'reset':
		case 'hang':
			if (fault.after === 'done') respondent.answer(incoming);
			return { ending: fault.kind, delay: 0, outcome: 'fault', code: fault.kind };
		case 'cut':
			return cut(fault, fault.after === 'done' ? respondent.answer(incoming) : success({}, form));
		default:
			if ('after' in fault && fault.after === 'done') respondent.answer(incoming);
			return faulty(planned(fault, form));
	}
}

type AnsweringFault = Exclude<Fault, { kind: 'slow' | 'reset' | 'hang' | 'cut' }>;

function planned(fault: AnsweringFault, form: AnswerForm): Answer {
	switch (fault.kind) {
		case 'throttle':
			return withRetryAfter(gatewayError('Throttling.User', 'Too many requests', form), fault);
		case 'status':
			return withRetryAfter(statusAnswer(fault, form), fault);
		case 'code':
			return codeAnswer(fault, form);
		case 'html':
			return { ...htmlPage(fault.status ?? 200), code: 'html' };
		case 'xml':
			return xmlAnswer(fault, form);
		case 'empty':
			return { status: 200, headers: {}, body: '', code: 'empty' };
		case 'redirect':
			return {
				status: fault.status ?? 302,
				headers: { Location: fault.location },
				body: '',
				code: 'redirect',
			};
	}
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>, form: AnswerForm): Answer {
	const { status, code = usualCode(status), body } = fault;
	if (body !== undefined) {
		return { status, headers: {}, body, code: code ?? `HTTP ${status}` };
	}
	if (code === undefined) return htmlPage(status);
	return gatewayError(code, 'The request could not be served', form, status);
}

/** The codes that the gateway sends with these statuses; others come from a server before it. */
function usualCode(status: number): string | undefined {
	if (status === 500) return 'InternalError';
	return status === 503 ? 'ServiceUnavailable' : undefined;
}

function codeAnswer(fault: Extract<Fault, { kind: 'code' }>, form: AnswerForm): Answer {
	const { code, message = 'Refused as planned', shape, status } = fault;
	if (shape === 'gateway') return gatewayError(code, message, form, status);
	return businessError(code, message, form, status);
}

function xmlAnswer(fault: Extract<Fault, { kind: 'xml' }>, form: AnswerForm): Answer {
	const { code = 'InvalidParameter', message = 'Refused as planned', status } = fault;
	return gatewayError(code, message, { ...form, xml: true }, status);
}

function withRetryAfter(answer: Answer, { retryAfter }: { retryAfter?: number }): Answer {
	if (retryAfter === undefined) return answer;
	return { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfter) } };
}

function fromBehindTheGate(refusal: Answer | undefined, answer: Answer): Judgement {
	return refusal === undefined ? faulty(answer) : plainly(refusal);
}

function plainly(answer: Answer): Judgement {
	const outcome = answer.code === '' ? 'answered' : 'refused';
	return { ending: 'answer', answer, delay: 0, outcome, code: answer.code };
}

function faulty(answer: Answer): Judgement {
	return { ending: 'answer', answer, delay: 0, outcome: 'fault', code: answer.code };
}

function cut({ closes }: { closes?: boolean }, answer: Answer): Judgement {
	const half = { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
	const ending = closes ? 'break' : 'answer';
	return { ending, answer: half, delay: 0, outcome: 'fault', code: 'cut' };
}
