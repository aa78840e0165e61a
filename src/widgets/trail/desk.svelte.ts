import { readStored, store } from '../storage.ts';

/** An alarm that the reader has made in a world. */
export interface MadeAlarm {
  readonly filterPattern: string;
  /** Simulated clock, epoch milliseconds. */
  readonly createdAt: number;
  /** Commands that the world had seen by then. Their records do not count, though the clock may stand where it stood. */
  readonly afterSeq: number;
  readonly Period: number;
  readonly TreatMissingData: 'missing' | 'notBreaching' | 'ignore' | 'breaching';
}

/** What the widgets about the log share on a page: the pattern that is being written, and the alarms by world. */
class Desk {
  pattern = $state('');
  alarms = $state.raw<Readonly<Record<string, MadeAlarm>>>({});

  alarmOf(worldId: string): MadeAlarm | undefined {
    return this.alarms[worldId];
  }
  setAlarm(worldId: string, alarm: MadeAlarm | undefined): void {
    const { [worldId]: _, ...others } = this.alarms;
    this.alarms = alarm === undefined ? others : { ...others, [worldId]: alarm };
    store(nameOf(worldId), JSON.stringify(alarm ?? null));
  }
  /** Brings back the alarm of an earlier visit. What is read was perhaps written by another version: it is checked. */
  restore(worldId: string): void {
    const kept = parsed(readStored(nameOf(worldId)));
    if (kept) this.alarms = { ...this.alarms, [worldId]: kept };
  }
}

const nameOf = (worldId: string): string => `alarm/${worldId}`;

const TREATMENTS: readonly string[] = ['missing', 'notBreaching', 'ignore', 'breaching'];

const parsed = (text: string | undefined): MadeAlarm | undefined => {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<MadeAlarm> | null;
    return typeof value?.filterPattern === 'string' &&
      typeof value.createdAt === 'number' &&
      typeof value.afterSeq === 'number' &&
      typeof value.Period === 'number' &&
      TREATMENTS.includes(value.TreatMissingData ?? '')
      ? (value as MadeAlarm)
      : undefined;
  } catch {
    return undefined;
  }
};

/** On the server every widget has a desk of its own; in the browser a page has one. */
const shared = typeof window === 'undefined' ? undefined : new Desk();
export const deskOf = (): Desk => shared ?? new Desk();
