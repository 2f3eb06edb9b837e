type Scalar = string | number | boolean;

/** Parameters of an action as a caller has them. `undefined` and empty lists are left out. */
export type ActionParameters = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;
