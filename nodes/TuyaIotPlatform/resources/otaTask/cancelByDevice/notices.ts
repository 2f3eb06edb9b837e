import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { DeviceReport, Outcome } from '../../../../../platform';

/**
 * Logs what a stopped run has done, device by device: n8n keeps neither output nor error of a node that
 * was stopped, so n8n's log is the only place left to tell.
 */
export function logStopped(
	context: IExecuteFunctions,
	sentence: string,
	reports: readonly DeviceReport[],
): void {
	const devices: Partial<Record<Outcome, string[]>> = {};
	for (const { outcome, deviceName } of reports) (devices[outcome] ??= []).push(deviceName);
	context.logger.warn(`Tuya IoT Platform: stopped. ${sentence}`, { devices });
}

/** Shows a sentence above the node's output. */
export function showSummary(context: IExecuteFunctions, message: string): void {
	const shown: NodeExecutionHint = { message, type: 'info', location: 'outputPane' };
	context.addExecutionHints(shown);
}
