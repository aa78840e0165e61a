import { call } from './call.ts';
import type { Command } from './command.ts';
import type { Entry } from './entry.ts';
import { bigBang, type World } from './world.ts';

/**
 * All that has happened, as a tree: each moment knows the one before it, and giving a command in the past starts a
 * branch. Nothing is ever lost; undo and redo only move `at`. They belong to the notebook: KMS itself has no undo.
 */
export interface History {
  readonly seed: string;
  /** By number; 0 is the world before the first command. */
  readonly moments: readonly Moment[];
  readonly at: number;
}

export interface Moment {
  /** Absent for the first. */
  readonly before?: number;
  /** Absent for the first. */
  readonly entry?: Entry;
  readonly world: World;
  /** The moment that redo goes to: the one after it that was visited last. */
  readonly next?: number;
}

export const beginHistory = (seed: string, world: World = bigBang(seed)): History => ({
  seed,
  moments: [{ world }],
  at: 0,
});

export const momentAt = (history: History, at: number = history.at): Moment => {
  const moment = history.moments[at];
  if (!moment) throw new Error(`history has ${history.moments.length} moments, asked for ${at}`);
  return moment;
};

export const worldNow = (history: History): World => momentAt(history).world;

/** Gives a command to the world as it is at `at`. */
export const append = (history: History, command: Command): History => {
  const { world, entry } = call(worldNow(history), command);
  const next = history.moments.length;
  const moments = history.moments.map((moment, index) => (index === history.at ? { ...moment, next } : moment));
  return { ...history, moments: [...moments, { before: history.at, entry, world }], at: next };
};

export const undo = (history: History): History => {
  const { before } = momentAt(history);
  return before === undefined ? history : { ...history, at: before };
};

export const redo = (history: History): History => {
  const { next } = momentAt(history);
  return next === undefined ? history : { ...history, at: next };
};

/** Goes to any moment; redo then follows the branch that leads there. */
export const jump = (history: History, to: number): History => {
  momentAt(history, to);
  const moments = [...history.moments];
  let at = to;
  for (let before = moments[at]?.before; before !== undefined; before = moments[at]?.before) {
    moments[before] = { ...(moments[before] as Moment), next: at };
    at = before;
  }
  return { ...history, moments, at: to };
};

/** The moments from the first to `at`. */
export const pathTo = (history: History, at: number = history.at): readonly Moment[] => {
  const path: Moment[] = [];
  for (let index: number | undefined = at; index !== undefined; index = momentAt(history, index).before)
    path.push(momentAt(history, index));
  return path.reverse();
};

/** The log of a moment: what became of each command before it. */
export const entriesOf = (history: History, at: number = history.at): readonly Entry[] =>
  pathTo(history, at).flatMap(({ entry }) => (entry ? [entry] : []));

export const commandsOf = (history: History): readonly Command[] => entriesOf(history).map(({ command }) => command);

/** The same commands give the same worlds, byte for byte. */
export const replay = (seed: string, commands: readonly Command[], world: World = bigBang(seed)): History => {
  const moments: Moment[] = [{ world }];
  let current = world;
  for (const command of commands) {
    const answer = call(current, command);
    current = answer.world;
    const before = moments.length - 1;
    moments[before] = { ...(moments[before] as Moment), next: moments.length };
    moments.push({ before, entry: answer.entry, world: current });
  }
  return { seed, moments, at: moments.length - 1 };
};
