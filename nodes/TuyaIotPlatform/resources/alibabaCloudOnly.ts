import type { INodeProperties } from 'n8n-workflow';

/** The fields that Alibaba Cloud's own endpoint alone takes. n8n cannot show a field by what a credential holds. */
export function alibabaCloudOnly(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Alibaba Cloud Only',
		name: 'alibabaCloudOnly',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options,
		description:
			"Only for Alibaba Cloud's own endpoint: refused unless the credential has a Region ID",
	};
}
