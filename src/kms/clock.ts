import type { Draft, TableName } from './draft.ts';
import { keyLife } from './key-life.ts';
import { rarely } from './rarely.ts';
import { keepStep, type Unfolding } from './reactions.ts';
import type { Timer } from './stepper.ts';
import type { Instant } from './vocabulary.ts';
import type { World } from './world.ts';

/** Something that will come about by itself when its time has come. */
export interface DueEvent {
  readonly at: Instant;
  readonly table: LivingTable;
  /** Name of the record in its table. */
  readonly name: string;
  readonly timerId: string;
}

/** The tables whose records live, and what fires one of their timers. */
const FIRE = {
  grants: (unfolding, name, timerId) => rarely().keepGrantTimer(unfolding, name, timerId),
  keys: (unfolding, name, timerId) => {
    const key = unfolding.draft.world.keys[name];
    if (key) keepStep(unfolding, key, keyLife.fire(key.life, timerId));
  },
  keyStores: (unfolding, name, timerId) => rarely().keepKeyStoreTimer(unfolding, name, timerId),
} satisfies { readonly [Table in TableName]?: (unfolding: Unfolding, name: string, timerId: string) => void };

type LivingTable = keyof typeof FIRE;
const LIVING_TABLES = Object.keys(FIRE) as readonly LivingTable[];

/** All that is due, earliest first; what is due at one instant comes in the order of names. */
export const dueEvents = (world: World, until: Instant = Number.POSITIVE_INFINITY): readonly DueEvent[] =>
  LIVING_TABLES.flatMap((table) =>
    Object.entries(world[table]).flatMap(([name, { life }]) => timersOf(table, name, life.timers, until)),
  ).sort(byInstant);

/**
 * Turns the clock to `to`. Each timer on the way fires at its own instant, in order, and what it sets off may set off
 * more: a replica's end starts its primary's waiting period, which ends later on the same way.
 */
export const advance = (unfolding: Unfolding, to: Instant): void => {
  const { draft } = unfolding;
  const queue = [...dueEvents(draft.world, to)].reverse();
  draft.takeTouched();
  for (let due = queue.pop(); due; due = queue.pop()) {
    if (!isStillDue(draft, due)) continue;
    draft.setNow(due.at);
    FIRE[due.table](unfolding, due.name, due.timerId);
    for (const { table, name } of draft.takeTouched()) {
      if (!isLiving(table)) continue;
      const record = draft.world[table][name];
      if (!record) continue;
      for (const next of timersOf(table, name, record.life.timers, to)) insert(queue, next);
    }
  }
  draft.setNow(to);
};

const isLiving = (table: TableName): table is LivingTable => table in FIRE;

const timersOf = (
  table: LivingTable,
  name: string,
  timers: Readonly<Record<string, Timer>>,
  until: Instant,
): readonly DueEvent[] =>
  Object.entries(timers).flatMap(([timerId, { at }]) => (at <= until ? [{ at, table, name, timerId }] : []));

const isStillDue = (draft: Draft, { table, name, timerId, at }: DueEvent): boolean => {
  const record = draft.world[table][name];
  return record?.life.timers[timerId]?.at === at;
};

const byInstant = (a: DueEvent, b: DueEvent): number =>
  a.at - b.at || compareText(a.table, b.table) || compareText(a.name, b.name) || compareText(a.timerId, b.timerId);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Into a queue whose earliest event stands last. */
const insert = (queue: DueEvent[], event: DueEvent): void => {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byInstant(queue[middle] as DueEvent, event) > 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, event);
};
