import type { KeyContext, KeyEvent } from './charts/key-lifecycle.machine.ts';
import { keyLife } from './key-life.ts';
import type { Refusal } from './refusals.ts';
import type { Life } from './stepper.ts';
import { KEY_OPERATIONS, KEY_STATES, type KeyOperation, type KeyState, type Origin } from './vocabulary.ts';
import { keyStateOf } from './world.ts';

/** What a state answers to an operation, and where it leads. */
export type Cell =
  | { readonly answer: 'permitted'; readonly target: KeyState }
  | { readonly answer: 'refused'; readonly because: Refusal }
  | { readonly answer: 'notApplicable' };

export type KeyStateTable = { readonly [Name in KeyOperation]: { readonly [State in KeyState]: Cell } };

export interface KeyKind {
  readonly Origin: Origin;
  /** For a multi-Region primary: whether replicas exist. */
  readonly hasReplicas?: boolean;
}

/**
 * AWS's key-state table, read off the chart: each state is set up, each operation asked, the answer written down.
 * The widgets' table, the chapters' table and the guard of `call` are this one thing.
 */
export const keyStateTable = ({ Origin, hasReplicas = false }: KeyKind): KeyStateTable => {
  const kind = `${Origin} ${hasReplicas}`;
  const known = tables.get(kind);
  if (known) return known;
  const lives = KEY_STATES.map((state) => [state, lifeIn(state, Origin)] as const);
  const table = Object.fromEntries(
    KEY_OPERATIONS.map((operation) => [
      operation,
      Object.fromEntries(lives.map(([state, life]) => [state, cell(operation, life, hasReplicas)])),
    ]),
  ) as unknown as KeyStateTable;
  tables.set(kind, table);
  return table;
};

const tables = new Map<string, KeyStateTable>();

/** A life that is in a state, without having lived. */
export const lifeIn = (state: KeyState, Origin: Origin): Life<KeyContext> => ({
  value: {
    KeyState: state === 'Unavailable' ? { Unavailable: 'thenEnabled' } : state,
    KeyMaterial: 'Held',
    AutomaticRotation: 'Off',
  },
  context: {
    Origin,
    isReplica: false,
    PendingWindowInDays: 30,
    RotationPeriodInDays: 365,
    materialIsComplete: state !== 'PendingImport',
  },
  timers: {},
});

const cell = (operation: KeyOperation, life: Life<KeyContext>, hasReplicas: boolean): Cell => {
  const { verdict, life: next } = keyLife.step(life, eventOf(operation, hasReplicas), 0);
  if (!verdict) throw new Error(`no verdict on ${operation} in ${keyStateOf({ life })}`);
  if (verdict === 'notApplicable') return { answer: 'notApplicable' };
  if (verdict === 'permitted') return { answer: 'permitted', target: keyStateOf({ life: next }) };
  return { answer: 'refused', because: verdict.refused };
};

const eventOf = (operation: KeyOperation, hasReplicas: boolean): KeyEvent => {
  if (operation === 'ScheduleKeyDeletion') return { type: operation, PendingWindowInDays: 30, hasReplicas };
  if (operation === 'EnableKeyRotation') return { type: operation, RotationPeriodInDays: 365 };
  return { type: operation };
};
