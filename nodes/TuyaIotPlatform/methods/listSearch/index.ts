import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readText } from '../../../../platform';
import type { JsonObject } from '../../../../platform';
import { requiredField } from './requiredField';
import { pickFrom } from './pickFrom';
import type { PickerList } from './pickFrom';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Makes a picker of the list that it shows, which may depend on other fields of the node. */
function picker(listFor: (context: ILoadOptionsFunctions) => PickerList): Search {
	return async function (filter, paginationToken) {
		return await pickFrom(this, listFor(this), filter, paginationToken);
	};
}

/** The lists behind the fields that name a product, a package, a job, a device or a module. */
export const listSearch: Readonly<Record<string, Search>> = {
	searchProducts: picker(() => ({
		action: 'QueryProductList',
		parameters: {},
		value: 'ProductKey',
		name: (record) => named(record, 'ProductName', 'ProductKey'),
	})),
	searchPackages: picker((context) => ({
		action: 'ListOTAFirmware',
		parameters: { ProductKey: productOfPackages(context) },
		value: 'FirmwareId',
		name: (record) => named(record, 'FirmwareName', 'DestVersion'),
	})),
	searchJobs: picker((context) => ({
		action: 'ListOTAJobByFirmware',
		parameters: { FirmwareId: requiredField(context, 'firmwareId', 'an OTA package') },
		value: 'JobId',
		name: nameOfJob,
	})),
	searchDevices: picker((context) => devicesOf(requiredField(context, 'productKey', 'a product'))),
	searchModules: picker((context) => ({
		action: 'ListOTAModuleByProduct',
		parameters: { ProductKey: requiredField(context, 'productKey', 'a product') },
		value: 'ModuleName',
		name: (record) => named(record, 'ModuleName', 'AliasName'),
	})),
};

/** A product can have 1,000,000 devices, so the one whose name is typed in full is asked for. */
function devicesOf(productKey: string): PickerList {
	return {
		action: 'QueryDevice',
		parameters: { ProductKey: productKey },
		value: 'DeviceName',
		// A list calls the state DeviceStatus, a single device has it as Status.
		name: (record) => named(record, 'DeviceName', 'Nickname', 'DeviceStatus', 'Status'),
		one: (name) => ({
			action: 'QueryDeviceDetail',
			parameters: { ProductKey: productKey, DeviceName: name },
		}),
	};
}

/** The first text, and in parentheses those others that are there. */
function named(record: JsonObject, first: string, ...others: string[]): string {
	const more = others.map((key) => readText(record, key)).filter(Boolean);
	return `${readText(record, first)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** A job has no name on the list, so its kind, state and time have to tell. */
function nameOfJob(job: JsonObject): string {
	const created = readText(job, 'UtcCreate').replace(/^(\S+)T(\d\d:\d\d).*$/, '$1 $2');
	const kind = readText(job, 'JobType') === 'VERIFY_FIRMWARE' ? 'verification' : 'roll-out';
	return `${readText(job, 'JobStatus')}, ${kind} of ${created} UTC (${readText(job, 'JobId')})`;
}

/** The product whose packages are listed; undefined for all, where the operation has no field for it. */
function productOfPackages(context: ILoadOptionsFunctions): string | undefined {
	const isAsked = context.getCurrentNodeParameter('productKey') !== undefined;
	return isAsked ? requiredField(context, 'productKey', 'a product') : undefined;
}
