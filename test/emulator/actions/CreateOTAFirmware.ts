import type { Fleet } from '../fleet/fleet';
import { DEFAULT_MODULE, type OtaPackage, type Product } from '../fleet/records';
import { PACKAGE_STATUS } from '../fleet/standing';
import type { Action, ActionContext } from './action';
import { optional, optionalProduct } from './inputs';
import { uploadedFile } from './packageFile';
import { ensureFreeName, firmwareDesc, firmwareName, udi } from './packageTexts';
import { ensure, flag, oneOf, required } from './values';

const MOST_PACKAGES = 500;
const VERSION = /^[A-Za-z0-9._-]{1,64}$/;

/** Makes a package of an uploaded file (the platform's page CreateOTAFirmware). */
export const createOtaFirmware: Action = ({ fleet, parameters, settings, storage }) => {
	const product = optionalProduct(parameters, fleet);
	const texts = {
		firmwareName: firmwareName(parameters),
		firmwareDesc: firmwareDesc(parameters) ?? '',
		udi: udi(parameters) ?? '',
	};
	const versions = { ...versionsOf(parameters), moduleName: moduleOf(parameters, fleet, product) };
	oneOf(parameters, 'Type', ['0'], 'iot.firmware.InvalidFirmwareType');
	const needsToBeVerified = flag(parameters, 'NeedToVerify') ?? true;
	const file = uploadedFile(parameters, storage);
	const productKey = product?.productKey ?? '';
	ensureFreeName(fleet, texts.firmwareName);
	ensureFreeVersion(fleet, { productKey, ...versions });
	ensure(
		fleet.packages.length < MOST_PACKAGES,
		'iot.firmware.FirmwareCountExceedMax',
		`There are ${MOST_PACKAGES} packages already`,
	);
	const utcCreate = new Date(settings.now()).toISOString();
	const { firmwareId } = fleet.addPackage({
		...{ productKey, ...texts, ...versions, ...file, utcCreate, utcModified: utcCreate },
		status: needsToBeVerified ? PACKAGE_STATUS.notVerified : PACKAGE_STATUS.needsNone,
	});
	return { data: { firmwareId, utcCreate } };
};

type Parameters = ActionContext['parameters'];

function versionsOf(parameters: Parameters): Pick<OtaPackage, 'destVersion' | 'srcVersion'> {
	const destVersion = required(parameters, 'DestVersion', 'iot.firmware.NullFirmwareVersion');
	const srcVersion = optional(parameters, 'SrcVersion') ?? '';
	ensure(
		VERSION.test(destVersion),
		'iot.firmware.IncorrectFormattedFirmwareVersion',
		'DestVersion may hold 1 to 64 letters, digits, dots, underscores and hyphens',
	);
	ensure(
		srcVersion === '' || VERSION.test(srcVersion),
		'iot.firmware.IncorrectFormattedSrcVersion',
		'SrcVersion has the wrong form',
	);
	ensure(
		srcVersion !== destVersion,
		'iot.firmware.SrcDestVersionMatched',
		'SrcVersion and DestVersion are the same',
	);
	return { destVersion, srcVersion };
}

function moduleOf(parameters: Parameters, fleet: Fleet, product: Product | undefined): string {
	const moduleName = optional(parameters, 'ModuleName') ?? DEFAULT_MODULE;
	const isKnown =
		moduleName === DEFAULT_MODULE ||
		(product !== undefined && fleet.modules.find(product.productKey, moduleName) !== undefined);
	ensure(
		isKnown,
		'iot.firmware.IncorrectFormattedModuleName',
		'The product has no module of this name',
	);
	return moduleName;
}

function ensureFreeVersion(
	fleet: Fleet,
	wanted: Pick<OtaPackage, 'productKey' | 'moduleName' | 'destVersion'>,
): void {
	const isTaken = fleet.packages.some(
		({ productKey, moduleName, destVersion }) =>
			productKey === wanted.productKey &&
			moduleName === wanted.moduleName &&
			destVersion === wanted.destVersion,
	);
	ensure(
		!isTaken,
		'iot.firmware.AlreadyExistedFirmwareVersion',
		'The product has a package of this version already',
	);
}
