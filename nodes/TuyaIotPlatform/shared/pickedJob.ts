import type { IExecuteFunctions } from 'n8n-workflow';
import { findOtherPackage, isRecord } from '../../../platform';
import type { Client, JobOfPackage } from '../../../platform';
import { inputError, inputItemError } from './errors';
import { isSince11 } from './nodeVersions';

/** Ms that the look may take: nothing waits for it for long. */
const PATIENCE = 5_000;

/**
 * The job that was picked from the list of a package, and the package as it is chosen now; undefined for a job that is
 * typed or comes from an expression.
 * @param rawOf gives a field as entered
 */
export function pickedJob(rawOf: (name: string) => unknown): JobOfPackage | undefined {
	const job = rawOf('jobId');
	const ofPackage = rawOf('firmwareId');
	if (!isRecord(job) || job.mode !== 'list' || !isRecord(ofPackage)) return undefined;
	const jobId = fixedText(job.value);
	const firmwareId = fixedText(ofPackage.value);
	return jobId === '' || firmwareId === '' ? undefined : { jobId, firmwareId };
}

/** Empty for an expression. */
function fixedText(value: unknown): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text.startsWith('=') ? '' : text;
}

/**
 * Throws a `NodeOperationError` where the picked job is of another package, by one read. Does not where the read fails
 * or is not allowed.
 */
export async function refuseOtherPackage(
	context: IExecuteFunctions,
	client: Client,
): Promise<void> {
	if (!isSince11(context.getNode().typeVersion)) return;
	const picked = pickedJob((name) =>
		context.getNodeParameter(name, 0, '', { rawExpressions: true }),
	);
	const fault = picked && (await findOtherPackage(picked, client.callWithin(PATIENCE)));
	if (fault) throw inputError(context, inputItemError(fault, 0));
}
