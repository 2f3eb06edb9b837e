import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
} from 'n8n-workflow';
import type { ActionName } from '../../../platform';
import type { Emulator } from '../../emulator/emulator';

/** One way to fill in an operation, what the platform then gets, and what the node hands on. */
export interface Variant {
	readonly resource: string;
	readonly operation: string;
	/** How it is filled in, to be read after `given`. */
	readonly given: string;
	readonly action: ActionName;
	/** The fields that are set; all others keep what the editor gives them. */
	readonly fields: INodeParameters;
	/** The action's own parameters on the wire: these and no others. Values may be matchers. */
	readonly wire: Readonly<Record<string, unknown>>;
	/** Codes with which requests are refused that are meant to be; none unless given. */
	readonly refusals?: readonly string[];
	/** The JSON of each output item. Values may be matchers. */
	readonly items: readonly unknown[];
	/** The same for a node of version 1, where that differs. */
	readonly itemsOfVersion1?: readonly unknown[];
	/** Fields that replace the usual ones of the credential. */
	readonly credential?: ICredentialDataDecryptedObject;
	/** Makes what the operation works on; gives the JSON of the input item. */
	readonly prepare?: (emulator: Emulator) => Promise<IDataObject> | IDataObject | void;
	/** Files of the input item. */
	readonly binary?: IBinaryKeyData;
}

/** The operation as every test calls it, e.g. `device.getStatus`: so `jest -t` finds all that is said of it. */
export function nameOf({ resource, operation }: Pick<Variant, 'resource' | 'operation'>): string {
	return `${resource}.${operation}`;
}

/** A field that is picked from a list, filled in as text. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** The ID that the platform gave a device of the demo fleet. */
export function iotIdOf(number: number): string {
	return `ca460d99${String(number).padStart(18, '0')}`;
}

/** The ID of the task of a device of the demo fleet. */
export function taskIdOf(number: number): string {
	return `1836340780${String(number).padStart(9, '0')}`;
}

/** The answer to a write that gives nothing but that it worked. */
export const DONE = {
	code: '',
	requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
	success: true,
};

/** The answer to a write that made something. */
export function made(data: Record<string, unknown>): Record<string, unknown> {
	return { ...DONE, data: { utcCreate: expect.any(String), ...data } };
}

/** The credential for Alibaba Cloud's own endpoint. */
export const WITH_REGION = { regionId: 'cn-shanghai' };

/** The paging parameters of a list that is read with the usual limit. */
export const FIRST_50 = { CurrentPage: '1', PageSize: '50' };
