import type { Draft, TableName } from './draft.ts';
import { keyLife } from './lives.ts';
import { keepStep, type Unfolding } from './reactions.ts';
import type { Timer } from './stepper.ts';
import type { Instant } from './vocabulary.ts';
import type { World } from './world.ts';

/** Something that will come about by itself when its time has come. */
export interface DueEvent {
  readonly at: Instant;
  readonly table: TableName;
  /** Name of the record in its table. */
  readonly name: string;
  readonly timerId: string;
}

const TABLES_WITH_TIMERS = ['keys'] as const satisfies readonly TableName[];

/** All that is due, earliest first; what is due at one instant comes in the order of names. */
export const dueEvents = (world: World, until: Instant = Number.POSITIVE_INFINITY): readonly DueEvent[] =>
  TABLES_WITH_TIMERS.flatMap((table) =>
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
    fire(unfolding, due);
    for (const { table, name } of draft.takeTouched()) {
      const record = draft.world[table][name];
      if (typeof record !== 'object' || !('life' in record)) continue;
      for (const next of timersOf(table, name, record.life.timers, to)) insert(queue, next);
    }
  }
  draft.setNow(to);
};

const fire = (unfolding: Unfolding, { name, timerId }: DueEvent): void => {
  const key = unfolding.draft.world.keys[name];
  if (key) keepStep(unfolding, key, keyLife.fire(key.life, timerId));
};

const timersOf = (
  table: TableName,
  name: string,
  timers: Readonly<Record<string, Timer>>,
  until: Instant,
): readonly DueEvent[] =>
  Object.entries(timers).flatMap(([timerId, { at }]) => (at <= until ? [{ at, table, name, timerId }] : []));

const isStillDue = (draft: Draft, { table, name, timerId, at }: DueEvent): boolean => {
  const record = draft.world[table][name];
  return typeof record === 'object' && 'life' in record && record.life.timers[timerId]?.at === at;
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
