/**
 * Runs one call into the cryptographic libraries, which throw on bad input, and answers `undefined` in that case.
 * Keep the callback to that one call: a mistake of ours inside it would be taken for bad input.
 */
export const orUndefined = <Result>(libraryCall: () => Result): Result | undefined => {
  try {
    return libraryCall();
  } catch {
    return undefined;
  }
};
