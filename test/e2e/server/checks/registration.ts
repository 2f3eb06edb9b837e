import { z } from 'zod';
import type { N8n } from '../../harness/n8n';
import { CREDENTIAL_TYPE, NODE_TYPE } from '../../harness/workflows';

const themed = z.object({ light: z.string(), dark: z.string() });
const types = z.array(
	z
		.object({
			name: z.string(),
			displayName: z.string(),
			iconUrl: z.union([z.string(), themed]).optional(),
			properties: z.array(z.object({ name: z.string() }).passthrough()),
		})
		.passthrough(),
);
type TypeDescription = z.output<typeof types>[number];

/** That n8n shows the node, its tool variant and the credential as the package has them. */
export function checkRegistration(running: () => N8n): void {
	const find = async (file: string, name: string) =>
		(await running().rest.file(types, file)).find((type) => type.name === name);

	it('given the packed tarball, when n8n lists its nodes, then the node is there with all fields of Cancel by Device', async () => {
		const description = await find('/types/nodes.json', NODE_TYPE);
		expect(description?.displayName).toBe('Tuya IoT Platform');
		expect(fieldsOf(description)).toEqual(
			expect.arrayContaining([
				...['resource', 'operation', 'productKey', 'firmwareId', 'jobId'],
				...['deviceNames', 'options'],
			]),
		);
		await expectIcons(running(), description);
	});

	it('given the packed tarball, when n8n lists its credentials, then ours is there with all fields', async () => {
		const description = await find('/types/credentials.json', CREDENTIAL_TYPE);
		expect(description?.displayName).toBe('Tuya IoT Platform API');
		// n8n adds fields of its own after ours, which say where the HTTP Request node may use a credential.
		expect(fieldsOf(description).slice(0, 10)).toEqual([
			...['endpoint', 'accessKeyId', 'accessKeySecret', 'rarelyChangedNotice'],
			...['commonParameters', 'version', 'httpMethod', 'regionId', 'instanceId'],
			'ignoreSslIssues',
		]);
		await expectIcons(running(), description);
	});

	it('given community nodes allowed as tools, when n8n lists its nodes, then an AI Agent finds the tool variant', async () => {
		const description = await find('/types/nodes.json', `${NODE_TYPE}Tool`);
		expect(description?.displayName).toBe('Tuya IoT Platform Tool');
		expect(description?.outputs).toEqual(['ai_tool']);
		expect(fieldsOf(description)).toEqual(expect.arrayContaining(['deviceNames', 'productKey']));
	});
}

function fieldsOf(description: TypeDescription | undefined): string[] {
	return description?.properties.map(({ name }) => name) ?? [];
}

/** Both icons have to be served, as vector graphics. */
async function expectIcons({ rest }: N8n, description: TypeDescription | undefined): Promise<void> {
	const { light, dark } = themed.parse(description?.iconUrl);
	expect(light).not.toBe(dark);
	for (const path of [light, dark]) {
		const icon = await rest.send('GET', `/${path}`);
		expect(icon.headers.get('content-type')).toContain('image/svg+xml');
		expect(await icon.text()).toContain('<svg');
	}
}
