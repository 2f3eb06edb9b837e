/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: looks at a certificate, which nodes cannot */
import { once } from 'node:events';
import { connect } from 'node:tls';
import { certificateOf } from '../../nodes/TuyaIotPlatform/shared/certificate';
import type { Certificate, Point } from '../../platform';
import { CERTIFICATE, certificatePoint } from '../../platform/checkup/points/reach';
import { reportOf } from '../../platform/checkup/report';
import { parseEndpoint } from '../../platform/signing/endpoint';
import type { Engine } from './engine';
import { MANUAL_TRIGGER, PACKAGE } from './nodeTypes';
import type { Instance } from './settings';
import { readWorkflow } from './workflowFile';

/** ms */
const PATIENCE = 10_000;

const WORKFLOW = JSON.stringify({
	name: 'Check Instance',
	nodes: [
		{ name: 'Start', type: MANUAL_TRIGGER },
		{
			name: 'Check Instance',
			type: `${PACKAGE}.tuyaIotPlatform`,
			parameters: { resource: 'instance', operation: 'check' },
			credentials: { tuyaIotPlatformApi: { id: '1', name: 'Tuya IoT Platform API' } },
		},
	],
	connections: { Start: { main: [[{ node: 'Check Instance', type: 'main', index: 0 }]] } },
});

/** Runs Check of the resource Instance on n8n's engine, and looks at the certificate beside it. */
export async function checkInstance(
	engine: Engine,
	instance: Instance,
): Promise<{ report: string; error?: string }> {
	const { outputs, error } = await engine.run(readWorkflow(WORKFLOW, engine.types), {
		...instance,
	});
	if (error) return { report: '', error: [error.message, error.description].join('. ') };
	const points = outputs.flat().flatMap(({ json }) => (json.point ? [pointIn(json)] : []));
	const shown = await certificateAt(instance.endpoint);
	const whole = points.map((point) =>
		shown && point.point === CERTIFICATE ? certificatePoint(shown, Date.now()) : point,
	);
	return { report: reportOf(whole) };
}

function pointIn(json: Readonly<Record<string, unknown>>): Point {
	const [point = '', seen = '', meaning = '', advice = ''] = [
		...[json.point, json.seen, json.meaning, json.advice],
	].map(String);
	const section = json.section === undefined ? {} : { section: String(json.section) };
	return { point, seen, meaning, advice, ...section };
}

/** The certificate that an endpoint shows, verified or not; undefined where there is none to be seen in time. */
export async function certificateAt(endpoint: string): Promise<Certificate | undefined> {
	const parsed = parseEndpoint(endpoint);
	if (!parsed.ok || !parsed.value.origin.startsWith('https:')) return undefined;
	const { hostname, port } = new URL(parsed.value.origin);
	const host = hostname.replace(/^\[|\]$/g, '');
	const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false });
	try {
		await once(socket, 'secureConnect', { signal: AbortSignal.timeout(PATIENCE) });
		return certificateOf({ socket });
	} catch {
		return undefined;
	} finally {
		socket.destroy();
	}
}
