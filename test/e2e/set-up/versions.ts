/** Today's n8n, and the last one of the series before. */
export const N8N_VERSIONS = ['2.41.1', '1.123.81'] as const;

export type N8nVersion = (typeof N8N_VERSIONS)[number];

/** The version that browser, queue mode and load are tested on. */
export const NEWEST = '2.41.1' satisfies N8nVersion;
