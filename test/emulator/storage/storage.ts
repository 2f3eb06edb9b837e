import Base64 from 'crypto-js/enc-base64';
import HmacSHA1 from 'crypto-js/hmac-sha1';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, AnswerForm } from '../http/answers';
import { newPolicy, policyViolation } from './policy';
import type { Upload, UploadedFile } from './upload';
import { toXml } from '../http/xml';

/** The AccessKeyId of the storage's own key pair, which has nothing to do with the instance's. */
export const STORAGE_ACCESS_KEY_ID = 'emulatorStorageKeyId';

const BUCKET = 'emulator';
const GRANT_LIFE = 60 * 1000;
const LINK_LIFE = 60 * 60 * 1000;

/** A file that was uploaded. */
export interface StoredObject extends UploadedFile {
	key: string;
	/** the names of the form fields before the file, in order */
	fields: string[];
}

/** What lets anyone upload one file, with the fields of the platform's page GenerateOTAUploadURL. */
export interface UploadGrant {
	host: string;
	key: string;
	policy: string;
	signature: string;
	firmwareUrl: string;
}

/** The object storage beside an instance (OSS, PostObject): it keeps facts of files, not bytes. */
export class ObjectStorage {
	private readonly objectsByKey = new Map<string, StoredObject>();
	private readonly secret = randomBytes(15).toString('hex');

	constructor(
		/** where uploads go, e.g. http://127.0.0.1:12345 */
		private readonly host: string,
		private readonly now: () => number,
	) {}

	/** every file by its Key */
	get objects(): ReadonlyMap<string, StoredObject> {
		return this.objectsByKey;
	}

	/** Lets a file be uploaded within a minute (Alibaba Cloud's page GenerateOTAUploadURL). */
	grant(suffix: string): UploadGrant {
		const key = `ota/firmware/${randomUUID().replaceAll('-', '')}.${suffix}`;
		const policy = newPolicy(this.now() + GRANT_LIFE);
		const signature = this.sign(policy);
		return { host: this.host, key, policy, signature, firmwareUrl: this.link(key) };
	}

	/** A signed link to an object, good for an hour. */
	link(key: string): string {
		const expires = Math.floor((this.now() + LINK_LIFE) / 1000);
		const signature = this.sign(`GET\n\n\n${expires}\n/${BUCKET}/${key}`);
		const query = new URLSearchParams({
			Expires: String(expires),
			OSSAccessKeyId: STORAGE_ACCESS_KEY_ID,
			Signature: signature,
		});
		return `${this.host}/${key}?${query.toString()}`;
	}

	/** The object that a link leads to; undefined when it is none of this storage's. */
	objectAt(link: URL): StoredObject | undefined {
		if (link.origin !== this.host) return undefined;
		return this.objectsByKey.get(decodeURIComponent(link.pathname.slice(1)));
	}

	/** Keeps an upload, or says why not. */
	answer(upload: Upload): Answer {
		const refusal = this.refusal(upload);
		const { file } = upload;
		if (refusal !== undefined || file === undefined) return refusal ?? this.no(...NO_FILE);
		const { parameters } = upload.form;
		const key = parameters.get('key') ?? '';
		this.objectsByKey.set(key, { ...file, key, fields: [...parameters.keys()] });
		return this.yes(key, file, parameters.get('success_action_status'));
	}

	/** The no to an upload, undefined when it would be kept. */
	refusal({ form, file, malformed }: Upload): Answer | undefined {
		if (malformed) return this.no(...MALFORMED);
		if (file === undefined) return this.no(...NO_FILE);
		const { parameters } = form;
		if (!parameters.get('key')) return this.no(...NO_KEY);
		const policy = parameters.get('policy');
		if (!policy || !parameters.get('Signature')) return this.no(...ANONYMOUS);
		if (parameters.get('OSSAccessKeyId') !== STORAGE_ACCESS_KEY_ID) return this.no(...WRONG_KEY);
		if (parameters.get('Signature') !== this.sign(policy)) return this.no(...WRONG_SIGNATURE);
		const violation = policyViolation(policy, parameters, file.size, this.now());
		return violation && this.no(...violation);
	}

	/** How answers are printed: always as XML. */
	formOf(): AnswerForm {
		const printing = { xml: true, letterCase: 'pascal', bareNumbers: false } as const;
		return { ...printing, action: 'PostObject', endpoint: this.host };
	}

	/** HTTP 204 unless the form asks for 200 or 201. */
	private yes(key: string, file: UploadedFile, asked: string | undefined): Answer {
		const eTag = `"${file.md5.toUpperCase()}"`;
		const headers = { ETag: eTag, 'x-oss-request-id': requestId() };
		if (asked !== '201') {
			return { status: asked === '200' ? 200 : 204, headers, body: '', code: '' };
		}
		const tree = { bucket: BUCKET, location: `${this.host}/${key}`, key, eTag };
		const body = toXml('PostResponse', tree);
		return { status: 201, headers: { ...headers, ...XML_TYPE }, body, code: '' };
	}

	private no(status: number, code: string, message: string): Answer {
		const id = requestId();
		const tree = { code, message, requestId: id, hostId: new URL(this.host).host };
		const headers = { ...XML_TYPE, 'x-oss-request-id': id };
		return { status, headers, body: toXml('Error', tree), code };
	}

	private sign(text: string): string {
		return Base64.stringify(HmacSHA1(text, this.secret));
	}
}

const XML_TYPE = { 'Content-Type': 'application/xml' };

/** HTTP status, code and message, as the storage's pages on PostObject have them. */
type No = readonly [status: number, code: string, message: string];

const MALFORMED: No = [400, 'MalformedPOSTRequest', 'The body is not well-formed form data'];
const NO_FILE: No = [400, 'IncorrectNumberOfFilesInPOSTRequest', 'One field named file is needed'];
const NO_KEY: No = [400, 'InvalidArgument', 'The field key is missing or comes after the file'];
const ANONYMOUS: No = [403, 'AccessDenied', 'Anonymous uploads are not allowed'];
const WRONG_KEY: No = [403, 'InvalidAccessKeyId', 'The OSSAccessKeyId is unknown'];
const WRONG_SIGNATURE: No = [403, 'SignatureDoesNotMatch', 'The signature is not the policy’s'];

function requestId(): string {
	return randomBytes(12).toString('hex').toUpperCase();
}
