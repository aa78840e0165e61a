import { type CloudTrailRecord, type Entry, entriesOf, toRecords } from '../../kms/index.ts';
import type { Learning } from '../../learn/session.ts';

/** A record as the log group holds it. */
export interface TrailEvent {
  /** Epoch milliseconds of the simulated clock. CloudTrail's delay of some minutes is left out. */
  readonly timestamp: number;
  /** Number of the command that it tells of. */
  readonly seq: number;
  readonly record: CloudTrailRecord;
}

/** Entries never change, so what they were logged as is worked out once. */
const known = new WeakMap<Entry, readonly TrailEvent[]>();

const eventsOf = (entry: Entry): readonly TrailEvent[] => {
  const before = known.get(entry);
  if (before) return before;
  const events = toRecords(entry).map((record) => ({
    timestamp: Date.parse(record.eventTime),
    seq: entry.seq,
    record,
  }));
  known.set(entry, events);
  return events;
};

/** The log of a world, newest first. */
export const trailOf = ({ history }: Learning): readonly TrailEvent[] => entriesOf(history).flatMap(eventsOf).reverse();

/** Who a record is about, in a word: the user, the role, the service behind it, or AWS itself. */
export const whoIn = ({ userIdentity, sourceIPAddress }: CloudTrailRecord): string => {
  const { userName, sessionContext, invokedBy, accountId, type } = userIdentity as {
    readonly userName?: string;
    readonly sessionContext?: { readonly sessionIssuer?: { readonly userName?: string } };
    readonly invokedBy?: string;
    readonly accountId?: string;
    readonly type?: string;
  };
  const name = userName ?? sessionContext?.sessionIssuer?.userName ?? (type === 'Root' ? 'root' : undefined);
  if (name === undefined) return invokedBy ?? accountId ?? sourceIPAddress;
  return invokedBy === undefined ? name : `${name} · ${invokedBy.split('.')[0]}`;
};
