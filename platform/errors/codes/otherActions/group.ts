import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, limit, platform, state } from '../meaning';

/** Codes of making and changing groups of devices, and of tags. */
export const GROUP_ACTIONS: CodeTable = {
	'iot.group.DeleteGroupFailed': platform(
		'The platform did not delete the group and gave no reason.',
		NO_OPERATION,
	),
	'iot.group.SubGroupNotNull': state(
		'There are groups inside this group, so it has to stay.',
		'Remove the groups inside it in the console before you go on.',
	),
	'iot.group.InvalidGroupName': input(
		'The platform does not accept this group name as it is written.',
		NO_OPERATION,
	),
	'iot.group.GroupNameExisted': state('Another group bears that name.', NO_OPERATION),
	'iot.group.QueryGroupInfoFailed': platform(
		'The platform did not hand out what it knows about the group.',
		NO_OPERATION,
	),
	'iot.group.QueryGroupCountFailed': platform(
		'The platform could not tell how many groups there are.',
		NO_OPERATION,
	),
	'iot.group.QueryGroupListFailed': platform(
		'The platform did not hand out the list of groups.',
		NO_OPERATION,
	),
	'iot.group.BindGroupRelationFailed': platform(
		'The platform did not add the devices or the sub-group to this group.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.group.UpdateGroupFailed': platform(
		'The platform left the group as it was and gave no reason.',
		NO_OPERATION,
	),
	'iot.group.QueryGroupTreeFailed': platform(
		'The platform did not hand out how the groups are nested.',
		NO_OPERATION,
	),
	'iot.group.CreateGroupFailed': platform(
		'The platform did not create the group and gave no reason.',
		NO_OPERATION,
	),
	'iot.group.InvalidFormattedTagString': input(
		'The platform could not read the tags of the group as they were written.',
		NO_OPERATION,
	),
	'iot.group.TagCountExceedMax': limit(
		'One group may not bear that many tags (on Alibaba Cloud: 100).',
		NO_OPERATION,
	),
	'iot.group.GroupCountExceedMax': limit(
		'Either this group is full of sub-groups (on Alibaba Cloud: 100), or a device is in as many groups as it may be (on Alibaba Cloud: 10).',
		'Look at the group and at the devices in the console, and free a place there.',
		{ devices: true },
	),
	'iot.group.SetGroupTagFailed': platform(
		'The platform did not put the tags on the group.',
		NO_OPERATION,
	),
	'iot.group.QueryGroupTagFailed': platform(
		'The platform did not hand out the tags of the group.',
		NO_OPERATION,
	),
	'iot.group.LongGroupDescError': input(
		'The text that describes the group is longer than allowed (on Alibaba Cloud: 100 characters).',
		NO_OPERATION,
	),
	'iot.group.QueryGroupRelationFailed': platform(
		'The platform could not tell what belongs to the group.',
		NO_OPERATION,
	),
	'iot.group.GroupLevelExceedingLimitError': limit(
		'Groups cannot be nested that deeply (on Alibaba Cloud: three levels).',
		NO_OPERATION,
	),
	'iot.ota.tag.KeyDuplicated': input('Two of the tags have the same key.', NO_OPERATION),
};
