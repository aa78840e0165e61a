/**
 * Where this folder gets its chance from: a function handed in by the caller, so that a replay meets the same bytes.
 * The k-th call must give other bytes than the calls before it.
 */
export type RandomBytes = (length: number) => Uint8Array;
