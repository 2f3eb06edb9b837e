/** States of a job whose tasks have all ended (PROTOCOL section 8). Texts, to look for any state in them. */
export const FINISHED_JOB: readonly string[] = ['COMPLETED', 'CANCELED'];
