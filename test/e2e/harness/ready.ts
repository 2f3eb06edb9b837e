const TIMEOUT = 5_000;

/** Whether an address answers with a success. */
export async function answers(url: string): Promise<boolean> {
	try {
		const { ok } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
		return ok;
	} catch {
		return false;
	}
}
