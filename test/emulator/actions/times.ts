/** 2024-11-11T07:36:00.000Z */
export function iso(time: number): string {
	return new Date(time).toISOString();
}

/** 2024-11-11T07:36Z, as the page ListOTAModuleByProduct prints it. */
export function minute(time: number): string {
	return `${iso(time).slice(0, 16)}Z`;
}

/** 2018-08-06 10:48:41, as the page QueryDeviceDetail prints it. */
export function spaced(time: number): string {
	return iso(time).slice(0, 19).replace('T', ' ');
}

/** Wed, 20-Feb-2019 02:16:09 GMT, as the page QueryDevice prints it. */
export function hyphened(time: number): string {
	return new Date(time).toUTCString().replace(/(\d{2}) (\w{3}) (\d{4})/, '$1-$2-$3');
}
