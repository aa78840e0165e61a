import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  initialTransition,
  type StateValue,
  transition,
} from 'xstate';
import type { Refusal } from './refusals.ts';
import type { Instant } from './vocabulary.ts';

/**
 * Steps a statechart as a pure function. The only file that touches XState's `transition`, and the only one that knows
 * the two actions by which XState speaks of timers: `xstate.raise` with a delay, and `xstate.cancel`.
 * https://stately.ai/docs/pure-transitions
 *
 * A snapshot of XState keeps no timers, so they live here, as data, beside state and context.
 */
export interface Life<Context> {
  readonly value: StateValue;
  readonly context: Context;
  /** By XState's id of the delayed event. */
  readonly timers: Readonly<Record<string, Timer>>;
}

export interface Timer {
  readonly at: Instant;
  readonly event: EventObject;
}

/** What the chart answers to an operation. */
export type Verdict = 'permitted' | 'notApplicable' | { readonly refused: Refusal };

export interface Step<Context> {
  readonly life: Life<Context>;
  /** Absent when the event was a fact or a timer: those are told, not asked. */
  readonly verdict?: Verdict;
  /** Names of the chart's other actions, in order: what the world has to do now. */
  readonly effects: readonly string[];
}

interface EmittedAction {
  readonly type: string;
  readonly params?: unknown;
}

interface Transition<Context> {
  readonly value: StateValue;
  readonly context: Context;
  readonly actions: readonly EmittedAction[];
}

const asTransition = <Context>([{ value, context }, actions]: readonly [
  AnyMachineSnapshot,
  readonly unknown[],
]): Transition<Context> => ({ value, context: context as Context, actions: actions as readonly EmittedAction[] });

/** Far more than one world asks; a bound, since validity to the millisecond makes contexts without end. */
const ANSWERS_KEPT = 4096;

const NO_TIMERS: Readonly<Record<string, Timer>> = Object.freeze({});

/** The three ways to move one kind of chart. `Context` and `Event` are the machine's own. */
export const stepperOf = <Context, Event extends EventObject, Input>(machine: AnyStateMachine) => {
  /**
   * What the chart answers depends on nothing but state, context and event, and many lives are alike: answers already
   * given are kept. This is what makes a call cheap, and a month over thousands of keys.
   */
  const answered = new Map<string, Transition<Context>>();

  const recall = (question: string, answer: () => Transition<Context>): Transition<Context> => {
    const known = answered.get(question);
    if (known) return known;
    const fresh = answer();
    if (answered.size >= ANSWERS_KEPT) answered.clear();
    answered.set(question, fresh);
    return fresh;
  };

  const birth = (input: Input): Transition<Context> =>
    recall(JSON.stringify(['born', input]), () => asTransition(initialTransition(machine, input)));

  const transitionFrom = ({ value, context }: Life<Context>, event: Event | EventObject): Transition<Context> =>
    recall(JSON.stringify([value, context, event]), () =>
      asTransition(transition(machine, machine.resolveState({ value, context }), event)),
    );

  const settle = (
    value: StateValue,
    context: Context,
    timers: Readonly<Record<string, Timer>>,
    actions: readonly EmittedAction[],
    now: Instant,
  ): Step<Context> => {
    const effects: string[] = [];
    let verdict: Verdict | undefined;
    let pending = timers;
    for (const { type, params } of actions) {
      if (type === 'permit') verdict = 'permitted';
      else if (type === 'notApplicable') verdict = 'notApplicable';
      else if (type === 'refuse') verdict = { refused: (params as { because: Refusal }).because };
      else if (type === 'xstate.raise') pending = armed(pending, params as RaiseParams, now);
      else if (type === 'xstate.cancel') pending = disarmed(pending, (params as { sendId: string }).sendId);
      else effects.push(type);
    }
    return { life: { value, context, timers: pending }, verdict, effects };
  };

  const step = (life: Life<Context>, event: Event | EventObject, now: Instant): Step<Context> => {
    const { value, context, actions } = transitionFrom(life, event);
    const stepped = settle(value, context, life.timers, actions, now);
    return isSameLife(life, stepped.life) ? { ...stepped, life } : stepped;
  };

  return {
    /** A new life, born now. */
    start: (input: Input, now: Instant): Step<Context> => {
      const { value, context, actions } = birth(input);
      return settle(value, context, NO_TIMERS, actions, now);
    },
    /** The next moment of a life after `event`, which is an operation or a fact. */
    step,
    /** Fires one timer of a life at its own instant. */
    fire: (life: Life<Context>, timerId: string): Step<Context> => {
      const timer = life.timers[timerId];
      if (!timer) throw new Error(`"${timerId}" is no timer of this life: ${Object.keys(life.timers).join(', ')}`);
      return step({ ...life, timers: disarmed(life.timers, timerId) }, timer.event, timer.at);
    },
  };
};

interface RaiseParams {
  readonly event: EventObject;
  readonly id?: string;
  readonly delay?: number;
}

const armed = (timers: Readonly<Record<string, Timer>>, { event, id, delay }: RaiseParams, now: Instant) =>
  delay === undefined ? timers : { ...timers, [id ?? event.type]: { at: now + delay, event } };

const disarmed = (timers: Readonly<Record<string, Timer>>, id: string): Readonly<Record<string, Timer>> => {
  if (!(id in timers)) return timers;
  const { [id]: _, ...rest } = timers;
  return rest;
};

const isSameLife = <Context>(a: Life<Context>, b: Life<Context>): boolean =>
  a.timers === b.timers && isSameContext(a.context, b.context) && isSameValue(a.value, b.value);

/** Contexts are flat. */
const isSameContext = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  const [one, other] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  const names = Object.keys(one ?? {});
  return names.length === Object.keys(other ?? {}).length && names.every((name) => one?.[name] === other?.[name]);
};

const isSameValue = (a: StateValue | undefined, b: StateValue | undefined): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isSameValue(a[name], b[name]));
};
