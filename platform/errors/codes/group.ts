import { REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

const GROUP_ID = 'Copy the group ID from the device groups in the console into this node.';

/** Codes about groups of devices: the family `iot.group`. */
export const GROUP: CodeTable = {
	'iot.group.NullGroupId': input('No group ID was given.', GROUP_ID),
	'iot.group.DeleteGroupFailed': platform(
		'The platform did not delete the group and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.group.SubGroupNotNull': state(
		'There are groups inside this group, so it has to stay.',
		'Remove the groups inside it in the console before you go on.',
	),
	'iot.group.InvalidGroupName': input(
		'The platform does not accept this group name as it is written.',
		'Rename the group in this node (on Alibaba Cloud: 4 to 30 characters, Chinese ones counted twice, and no signs but the underscore).',
	),
	'iot.group.GroupNameExisted': state(
		'Another group bears that name.',
		'Give the group a name in this node that is not taken yet.',
	),
	'iot.group.QueryGroupInfoFailed': platform(
		'The platform did not hand out what it knows about the group.',
		GROUP_ID,
	),
	'iot.group.NotExistedGroup': notFound('The platform has no group with this ID.', GROUP_ID),
	'iot.group.QueryGroupCountFailed': platform(
		'The platform could not tell how many groups there are.',
		REVIEW_FIELDS,
	),
	'iot.group.QueryGroupListFailed': platform(
		'The platform did not hand out the list of groups.',
		REVIEW_FIELDS,
	),
	'iot.group.BindGroupRelationFailed': platform(
		'The platform did not add the devices or the sub-group to this group.',
		'See that the group ID and the device names in this node exist in the console.',
		{ devices: true },
	),
	'iot.group.UpdateGroupFailed': platform(
		'The platform left the group as it was and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.group.QueryGroupTreeFailed': platform(
		'The platform did not hand out how the groups are nested.',
		GROUP_ID,
	),
	'iot.group.CreateGroupFailed': platform(
		'The platform did not create the group and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.group.InvalidFormattedTagString': input(
		'The platform could not read the tags of the group as they were written.',
		'In this node, write the tags as a JSON array in which each entry has a tagKey and a tagValue with text in it.',
	),
	'iot.group.TagCountExceedMax': limit(
		'One group may not bear that many tags (on Alibaba Cloud: 100).',
		'Take tags off the group that nobody needs.',
	),
	'iot.group.GroupCountExceedMax': limit(
		'Either this group is full of sub-groups (on Alibaba Cloud: 100), or a device is in as many groups as it may be (on Alibaba Cloud: 10).',
		'Look at the group and at the devices in the console, and free a place there.',
		{ devices: true },
	),
	'iot.group.SetGroupTagFailed': platform(
		'The platform did not put the tags on the group.',
		REVIEW_FIELDS,
	),
	'iot.group.QueryGroupTagFailed': platform(
		'The platform did not hand out the tags of the group.',
		GROUP_ID,
	),
	'iot.group.LongGroupDescError': input(
		'The text that describes the group is longer than allowed (on Alibaba Cloud: 100 characters).',
		'Cut the description of the group down in this node.',
	),
	'iot.group.QueryGroupRelationFailed': platform(
		'The platform could not tell what belongs to the group.',
		REVIEW_FIELDS,
	),
	'iot.group.GroupLevelExceedingLimitError': limit(
		'Groups cannot be nested that deeply (on Alibaba Cloud: three levels).',
		'Name a parent group in this node that lies further up.',
	),
};
