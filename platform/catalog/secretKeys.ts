/** Keys of an answer that hold what nobody but the platform and the device should know. */
export const SECRET_KEYS = ['DeviceSecret', 'ProductSecret'] as const;
