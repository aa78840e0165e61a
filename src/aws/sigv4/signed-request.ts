/** An HTTP request as it arrived, before anything was decoded. */
export interface SignedRequest {
  readonly method: string;
  /** The target of the request line: path, and query after a `?` if there is one. */
  readonly target: string;
  /** Names in any case; repeated headers as repeated pairs. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** @returns all values of a header joined by commas, undefined when it is absent */
export const headerOf = ({ headers }: SignedRequest, name: string): string | undefined => {
  const values = headers
    .filter(([given]) => given.toLowerCase() === name)
    .map(([, value]) => value.trim().replace(/\s+/g, ' '));
  return values.length === 0 ? undefined : values.join(',');
};
