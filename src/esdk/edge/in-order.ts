/**
 * Runs up to `width` pieces of work at once and hands their results on in the order in which they were started. At most
 * `width` results wait in memory.
 */
export const inOrder = async <T>(
  work: AsyncIterable<() => Promise<T>>,
  width: number,
  consume: (result: T) => void | Promise<void>,
): Promise<void> => {
  const running: Promise<T>[] = [];
  const settled: Promise<unknown>[] = [];
  try {
    for await (const start of work) {
      const promise = start();
      // Whoever waits first meets the failure; the others must not count as unhandled.
      settled.push(promise.catch(() => undefined));
      running.push(promise);
      if (running.length >= width) {
        const first = running.shift();
        settled.shift();
        if (first) await consume(await first);
      }
    }
    for (const promise of running.splice(0)) await consume(await promise);
  } finally {
    await Promise.all(settled);
  }
};
