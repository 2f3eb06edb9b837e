/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where n8n and its Node.js stay between runs. Several gigabytes, so outside of the work tree. */
export const CACHE_FOLDER =
	process.env.TUYA_IOT_E2E_CACHE ??
	join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-tuya-iot-platform');
