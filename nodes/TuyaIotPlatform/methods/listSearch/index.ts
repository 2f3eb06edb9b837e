import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { isFinished, readJob, readText } from '../../../../platform';
import { nameOfDevice, nameOfJob, named, stateOfDevice } from './names';
import { pickFrom } from './pickFrom';
import type { PickerList } from './pickFrom';
import { requiredField } from './requiredField';

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
		alsoFoundBy: (job) => readText(job, 'JobStatus'),
		goesLast: (job) => isFinished(readJob(job)),
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
		name: nameOfDevice,
		alsoFoundBy: stateOfDevice,
		one: (name) => ({
			action: 'QueryDeviceDetail',
			parameters: { ProductKey: productKey, DeviceName: name },
		}),
	};
}

/** The product whose packages are listed; undefined for all, where the operation has no field for it. */
function productOfPackages(context: ILoadOptionsFunctions): string | undefined {
	const isAsked = context.getCurrentNodeParameter('productKey') !== undefined;
	return isAsked ? requiredField(context, 'productKey', 'a product') : undefined;
}
