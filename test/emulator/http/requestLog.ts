/** What the emulator noted about one request. */
export interface RequestLogEntry {
	/** ms since 1970 by the emulator's own `now` (without clockOffset) when the request was read */
	at: number;
	method: string;
	/** path and query as received */
	url: string;
	/** length of the URL */
	bytes: number;
	/** decoded, of query and body */
	parameters: Record<string, string>;
	action?: string;
	/** answered = success; refused = the gateway or the action said no; fault = a planned fault */
	outcome: 'answered' | 'refused' | 'fault';
	/** the error code, or the kind of a fault that has none; empty on success */
	code: string;
	/** HTTP status; 0 when there was no answer */
	status: number;
}
