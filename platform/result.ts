/** What came of something that can go wrong in a known way: a value, or a fault to be told. */
export type Result<Value, Fault> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly fault: Fault };

export function ok<Value>(value: Value): Result<Value, never> {
	return { ok: true, value };
}

export function fail<Fault>(fault: Fault): Result<never, Fault> {
	return { ok: false, fault };
}
