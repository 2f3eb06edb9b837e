import { STORAGE_ACCESS_KEY_ID } from '../storage/storage';
import type { Action } from './action';
import { oneOf } from './values';

const SUFFIXES = ['bin', 'dav', 'apk', 'tar', 'gz', 'tar.gz', 'zip', 'gzip'] as const;

/** Hands out what lets one file be uploaded (the platform's page GenerateOTAUploadURL). */
export const generateOtaUploadUrl: Action = ({ parameters, settings, storage }) => {
	const refused = 'iot.firmware.InvalidGenerateOTAUploadURLParam';
	const suffix = oneOf(parameters, 'FileSuffix', SUFFIXES, refused) ?? 'bin';
	const { host, key, policy, signature, firmwareUrl } = storage.grant(suffix);
	return {
		data: {
			...{ host, key, policy, signature, firmwareUrl },
			OSSAccessKeyId: STORAGE_ACCESS_KEY_ID,
			objectStorage: 'OSS',
			utcCreate: new Date(settings.now()).toISOString(),
		},
	};
};
