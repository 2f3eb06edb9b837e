import type { IExecuteFunctions } from 'n8n-workflow';
import { badInput, fail, ok, readGrant, suffixOf, uploadRefusal } from '../../../../../platform';
import type {
	CallFault,
	Client,
	InputFault,
	Result,
	SignMethod,
	UploadGrant,
} from '../../../../../platform';
import type { BeforeCall } from '../../../operations/spec';
import { endings } from '../fields';
import { readBinary } from './binary';
import type { BinaryFile } from './binary';
import { FileToSend } from './fileToSend';

/** Long enough for 1000 MB on a slow line. Ms. */
const UPLOAD_TIMEOUT = 30 * 60_000;

/**
 * Uploads the file of an item where the item brings one, and gives what CreateOTAFirmware needs of it:
 * where it is, its size and its signature.
 */
export const uploadFirst: BeforeCall = async (context, item, fieldValues, client) => {
	if (fieldValues.get('fileFrom') === 'url') return ok({});
	const isSha256 = fieldValues.get('signMethod') === ('SHA256' satisfies SignMethod);
	const algorithm = isSha256 ? 'sha256' : 'md5';
	const property = String(fieldValues.get('binaryPropertyName') ?? '');
	const file = await readBinary(context, item, property, algorithm);
	if (!file.ok) return fail({ fault: file.fault });
	const suffix = suffixOf(file.value.name);
	if (!suffix) return fail({ fault: wrongSuffix(file.value) });

	const action = 'GenerateOTAUploadURL';
	const asked = await client.call({ action, parameters: { FileSuffix: suffix } });
	if (!asked.ok) return fail({ fault: asked.fault, action });
	const grant = readGrant(asked.answer.json, client.connection.endpoint);
	if (!grant.ok) return fail({ fault: grant.fault, action });
	const { firmwareUrl, host } = grant.value;
	const uploaded = await upload(context, client, grant.value, file.value);
	if (!uploaded.ok) return fail({ fault: uploaded.fault, action, storage: host });
	return ok({
		FirmwareUrl: firmwareUrl,
		FirmwareSize: file.value.size,
		FirmwareSign: file.value.sign,
	});
};

function wrongSuffix({ name }: BinaryFile): InputFault {
	return badInput(
		'Input Data Field Name',
		name ? `names the file "${name}"` : 'names a file without a name',
		`The platform takes files that end in ${endings}. Rename it in the node before.`,
	);
}

/** Sends the form that the grant asks for. The log tells of it, since a large file takes its time. */
async function upload(
	context: IExecuteFunctions,
	client: Client,
	grant: UploadGrant,
	file: BinaryFile,
): Promise<Result<undefined, CallFault>> {
	const { url, host, fields } = grant;
	const form = new FormData();
	for (const [field, value] of fields) form.append(field, value);
	form.append('file', new FileToSend(file));
	const { name } = file;
	const size = `${(file.size / 1_000_000).toFixed(1)} MB`;
	const started = Date.now();
	context.logger.info(`Tuya IoT Platform: uploading ${name} (${size}) to ${host} ...`);
	const sent = await client.sendForm(url, form, UPLOAD_TIMEOUT);
	if (sent.kind !== 'answered') return fail(sent);
	const refusal = uploadRefusal(sent.status, sent.body, grant);
	if (refusal) return fail(refusal);
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	context.logger.info(`Tuya IoT Platform: uploaded ${name} in ${seconds} s.`);
	return ok(undefined);
}
