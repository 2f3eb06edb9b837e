import type { Findings, Point } from '../findings';
import { access } from './access';
import { format, ids, keysOnNo, keysOnYes } from './answers';
import { filterByName, pageSize, wrappers } from './lists';
import { certificate, clock, cost, reachable, signature } from './reach';
import { commonParameters, httpMethod, version } from './requests';
import { rate } from './speed';

/** Every point, in the order in which it is told. */
const POINTS: ReadonlyArray<(findings: Findings) => Point> = [
	...[reachable, certificate, clock, signature, access],
	...[commonParameters, version, httpMethod],
	...[format, keysOnYes, keysOnNo, ids, wrappers, pageSize, filterByName, rate, cost],
];

/** What the findings say, point by point. */
export function pointsOf(findings: Findings): Point[] {
	return POINTS.map((point) => point(findings));
}
