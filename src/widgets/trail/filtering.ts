import type { FilterPatternResult } from '../../logs/index.ts';
import type { Engine } from './engine.svelte.ts';
import type { TrailEvent } from './trailEvents.ts';

/** What a pattern does to a log; nothing, while there is no pattern or the engine has not come. */
export interface Filtering {
  readonly compiled: FilterPatternResult | undefined;
  /** eventIDs of the records that match; absent while nothing can be said. */
  readonly hits: ReadonlySet<string> | undefined;
}

export const filteringOf = (engine: Engine | undefined, pattern: string, events: readonly TrailEvent[]): Filtering => {
  if (!engine || pattern.trim() === '') return { compiled: undefined, hits: undefined };
  const compiled = engine.compileFilterPattern(pattern);
  if (!compiled.ok) return { compiled, hits: undefined };
  const hits = new Set(events.filter(({ record }) => compiled.matches(record)).map(({ record }) => record.eventID));
  return { compiled, hits };
};
