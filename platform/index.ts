/** The front door of the platform: all that the node, the credential and others may use of it. */
export { cancelDevices } from './cancellation/cancel';
export { DEVICE_NAMES, readNamesToCancel } from './cancellation/deviceNames';
export { EarlierTries } from './cancellation/earlierTries';
export { isAbsence } from './cancellation/lists';
export { LookUp } from './cancellation/lookUp';
export type { Outcome } from './cancellation/outcome';
export { planCancellation } from './cancellation/plan';
export type {
	CancelPlan,
	CancelRequest,
	CancelTarget,
	PlannedDevice,
	PlannedRequest,
} from './cancellation/plan';
export { previewRequest } from './cancellation/preview';
export type { DevicePreview } from './cancellation/preview';
export { isSuccess } from './cancellation/report';
export type { DeviceReport } from './cancellation/report';
export type { RequestResult } from './cancellation/requestResult';
export { ACTIONS, isAction } from './catalog';
export type { ActionFacts, ActionName, Effect, ParameterFacts } from './catalog';
export type { ActionParameters } from './catalog/actionParameters';
export {
	DOWNLOAD_PROTOCOLS,
	GROUP_TYPE,
	JOB_TIMEOUT,
	MAXIMUM_PER_MINUTE,
	OVERWRITE_MODES,
	RETRY_COUNTS,
	RETRY_INTERVALS,
	TARGET_SELECTIONS,
} from './catalog/otaJob';
export type { TargetSelection } from './catalog/otaJob';
export { FILE_SUFFIXES, PACKAGE_TYPES, SIGN_METHODS } from './catalog/otaPackage';
export type { SignMethod } from './catalog/otaPackage';
export { MOST_DEVICES_PER_REQUEST } from './catalog/otaTask';
export { SECRET_KEYS } from './catalog/secretKeys';
export { FINISHED, TASK_STATUSES, UNFINISHED } from './catalog/taskStatus';
export type { EndedStatus, TaskStatus } from './catalog/taskStatus';
export type { CheckupSetup } from './checkup/asking';
export { checkUp } from './checkup/checkup';
export type { Checkup } from './checkup/checkup';
export type { Point } from './checkup/findings';
export { READ_ACTIONS } from './checkup/reads';
export type { ActionCall, CallAction, CallOutcome, Sent } from './client/callAction';
export type { CallCounter } from './client/callCounter';
export { USUAL_RULES, openClient } from './client/client';
export type { CallRules, Client } from './client/client';
export { platformClocks } from './client/clock';
export type { Certificate } from './client/envelope';
export type { ClientPorts, Outgoing } from './client/ports';
export { isFatal, makesTwo, mayHaveBeenDone, mustNotRepeat } from './client/retry';
export { explain } from './errors/explain';
export type { Explanation, ExplanationContext } from './errors/explain';
export { codeToTell } from './errors/explainRefused';
export { badInput } from './errors/faults';
export type { CallFault, Fault, IncompleteFault, InputFault, RefusedFault } from './errors/faults';
export { readActionName, readCallParameters } from './input/call';
export { readChoice, readChoices, readSwitch } from './input/choices';
export { LONGEST_TIMER, readCount, readPercent } from './input/numbers';
export { nullMembers, withDecimals, withoutDecimal } from './input/decimals';
export { gaveNothing, isNothing, quoted } from './input/origin';
export type { Origin } from './input/origin';
export { readParameter, tooManyEntries } from './input/parameter';
export { readFreeText, readId, readRequiredId } from './input/text';
export { readTextList } from './input/textList';
export type { ListWords } from './input/textList';
export { isRecord, parseJson, pickKeys, readText } from './json';
export type { JsonObject } from './json';
export { bytesForList, chunkNames } from './lists/chunks';
export { readFoundList } from './lists/foundList';
export { firstPage, readPage, readPages, shortfallOf } from './lists/paging';
export type { ListRequest, Page, PagePlace, PagedRecords } from './lists/paging';
export { recordsIn } from './lists/records';
export { isFinished, readJob } from './ota/jobs';
export { findOtherPackage } from './ota/otherPackage';
export type { JobOfPackage } from './ota/otherPackage';
export { inParallel } from './parallel';
export { progressChart } from './progress/chart';
export { progressToJson } from './progress/json';
export { readProgress } from './progress/progress';
export type { Progress } from './progress/progress';
export { carryOut } from './reissue/carryOut';
export { ReissueMemory } from './reissue/memory';
export type { Aim, ReissueOrder } from './reissue/order';
export { planJobs } from './reissue/plan';
export { isPutRight, namesOf } from './reissue/standing';
export type { ReissueDevice, Standing } from './reissue/standing';
export { surveyOrder } from './reissue/survey';
export type { Survey } from './reissue/survey';
export { fail, ok } from './result';
export type { Result } from './result';
export { readConnection } from './signing/connection';
export type { Connection, Dialect } from './signing/connection';
export { withTexts, withoutKeys } from './signing/redaction';
export { newStamp, signRequest, toWire } from './signing/request';
export type { SignedRequest, Stamp } from './signing/request';
export { hiderFor, withoutSecrets } from './signing/secrecy';
export type { HttpMethod } from './signing/signature';
export { explainUpload, readGrant, suffixOf, uploadRefusal } from './upload';
export type { UploadGrant } from './upload';
export type { WatchEvent } from './watching/events';
export type { FailureRule, SuccessRule } from './watching/judge';
export { manualSampleOf } from './watching/manualSample';
export { memoryFromJson, memoryToJson } from './watching/memory';
export { poll } from './watching/poll';
export type { PollTools } from './watching/poll';
export { watchKey } from './watching/watch';
export type { Watch, WatchScope, WatchedEvent } from './watching/watch';
