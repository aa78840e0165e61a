import type { Trail } from '../aws/neighbours/index.ts';
import { type Client, recordsFrom } from '../aws/trail.ts';
import type { CloudTrailRecord, Entry } from '../kms/index.ts';

/** What CloudTrail is read from: the newest entries, within bounds of number and size. */
export interface CallLog {
  /** @param size  about how many bytes the entry holds */
  add(entry: Entry, size: number, client?: Client): void;
  readonly trail: Trail;
  clear(): void;
}

interface Logged {
  readonly entry: Entry;
  readonly number: number;
  readonly size: number;
  readonly client: Client | undefined;
  records?: readonly CloudTrailRecord[];
}

const MAX_ENTRIES = 10_000;
const MAX_BYTES = 64 * 2 ** 20;
/** More records than one command can leave. */
const PLACES = 1_000_000;

export const callLog = (): CallLog => {
  let logged: Logged[] = [];
  let first = 0;
  let count = 0;
  let bytes = 0;

  const dropOldest = () => {
    bytes -= logged[first]?.size ?? 0;
    first += 1;
    if (first < MAX_ENTRIES) return;
    logged = logged.slice(first);
    first = 0;
  };

  return {
    add(entry, size, client) {
      logged.push({ entry, number: count, size, client });
      count += 1;
      bytes += size;
      while (logged.length - first > MAX_ENTRIES || bytes > MAX_BYTES) dropOldest();
    },
    trail: {
      *[Symbol.iterator]() {
        for (let at = logged.length - 1; at >= first; at -= 1) {
          const one = logged[at] as Logged;
          one.records ??= recordsFrom(one.entry, one.client);
          for (let index = one.records.length - 1; index >= 0; index -= 1)
            yield [one.number * PLACES + index, one.records[index] as CloudTrailRecord] as const;
        }
      },
    },
    clear() {
      logged = [];
      first = 0;
      bytes = 0;
    },
  };
};
