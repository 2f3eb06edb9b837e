/** A no of the gateway: the request did not reach its action. */
export class GatewayRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
		/** HTTP status */
		readonly status = 400,
	) {
		super(message);
	}
}

/** A no of the action itself: HTTP 200 and an envelope with success false. */
export class BusinessRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** A no of the web server before the gateway: an HTML page, as such servers send. */
export class ServerRefusal extends Error {
	constructor(
		/** HTTP status */
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}
