import type { World } from './world.ts';

/** The tables of a world, by the type of their records. */
export type TableName = 'aliases' | 'deletedKeys' | 'grants' | 'keys' | 'keyStores' | 'usage';
type RecordOf<T extends TableName> = World[T][string];

/**
 * A world while it is being changed many times over: each table is copied once, at its first change. The worlds before
 * and after remain values.
 */
export interface Draft {
  readonly world: World;
  put<T extends TableName>(table: T, name: string, record: RecordOf<T>): void;
  drop(table: TableName, name: string): void;
  setNow(now: number): void;
  /** Names of the records that were put since this was last asked. */
  takeTouched(): readonly { readonly table: TableName; readonly name: string }[];
}

export const draftOf = (world: World): Draft => {
  const next = { ...world } as { -readonly [K in keyof World]: World[K] };
  const owned = new Set<TableName>();
  let touched: { table: TableName; name: string }[] = [];

  const own = (table: TableName): Record<string, unknown> => {
    if (!owned.has(table)) {
      (next as Record<string, unknown>)[table] = { ...next[table] };
      owned.add(table);
    }
    return next[table] as Record<string, unknown>;
  };

  return {
    get world() {
      return next;
    },
    put(table, name, record) {
      own(table)[name] = record;
      touched.push({ table, name });
    },
    drop(table, name) {
      if (name in next[table]) delete own(table)[name];
    },
    setNow(now) {
      next.now = now;
    },
    takeTouched() {
      const names = touched;
      touched = [];
      return names;
    },
  };
};
