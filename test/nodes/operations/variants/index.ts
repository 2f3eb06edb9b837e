import type { Variant } from '../variant';
import { DEVICE } from './device';
import { OTA_JOB } from './otaJob';
import { OTA_MODULE } from './otaModule';
import { OTA_PACKAGE } from './otaPackage';
import { OTA_TASK } from './otaTask';
import { PRODUCT } from './product';

/** Every operation, in each of the ways that it can be filled in. */
export const VARIANTS: readonly Variant[] = [
	...OTA_TASK,
	...OTA_JOB,
	...OTA_PACKAGE,
	...OTA_MODULE,
	...DEVICE,
	...PRODUCT,
];
