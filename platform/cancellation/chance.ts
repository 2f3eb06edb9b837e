/** From this chance of a refusal on, looking before sending is quicker than sending in vain. */
const LIKELY = 0.5;

/**
 * Learns from the devices met so far how likely a request is to be refused, since one device that has finished
 * makes the platform refuse all that are named beside it.
 */
export class ChanceOfRefusal {
	private met = 0;
	private beyond = 0;

	/** Takes up devices of which so many cannot be cancelled. */
	learn(devices: number, beyondCancel: number): void {
		this.met += devices;
		this.beyond += beyondCancel;
	}

	/** Whether a request with so many devices is likely to name one that cannot be cancelled. */
	isLikely(devices: number): boolean {
		if (this.beyond === 0) return false;
		return 1 - (1 - Math.min(1, this.beyond / this.met)) ** devices >= LIKELY;
	}
}
