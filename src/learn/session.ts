import { type ActorRefFrom, createActor, fromTransition } from 'xstate';
import {
  append,
  beginHistory,
  type Command,
  type Entry,
  type History,
  jump,
  momentAt,
  redo,
  undo,
  type World,
  worldNow,
} from '../kms/index.ts';
import { runScript, type Saved, type ScriptStep } from './script.ts';

/** A world in which somebody learns: where it began, what it calls its things, and all that was done in it. */
export interface Learning {
  readonly history: History;
  /** The moment at which the reader took over: undo goes no further back. */
  readonly floor: number;
  /** What the start of the world answered, by the names it gave. */
  readonly saved: Saved;
}

export interface StartWorld {
  readonly id: string;
  readonly steps: readonly ScriptStep[];
}

export type SessionEvent =
  | { readonly type: 'Do'; readonly command: Command }
  | { readonly type: 'Undo' | 'Redo' }
  | { readonly type: 'Jump'; readonly to: number }
  | { readonly type: 'Begin'; readonly learning: Learning };

/** The world of a chapter before anybody has touched it. */
export const beginLearning = ({ id, steps }: StartWorld): Learning => {
  const { history, saved } = runScript(beginHistory(id), steps);
  return { history, floor: history.at, saved };
};

export const learn = (learning: Learning, event: SessionEvent): Learning => {
  const { history, floor } = learning;
  switch (event.type) {
    case 'Do':
      return { ...learning, history: append(history, event.command) };
    case 'Undo':
      return history.at > floor ? { ...learning, history: undo(history) } : learning;
    case 'Redo':
      return { ...learning, history: redo(history) };
    case 'Jump':
      return { ...learning, history: jump(history, Math.max(floor, event.to)) };
    case 'Begin':
      return event.learning;
  }
};

/** The actor that a page owns: every widget on it watches this one. */
export const startSession = (start: Learning) => createActor(fromTransition(learn, start)).start();

export type Session = ActorRefFrom<ReturnType<typeof fromTransition<Learning, SessionEvent, never, never>>>;

export const canUndo = ({ history, floor }: Learning): boolean => history.at > floor;
export const canRedo = ({ history }: Learning): boolean => momentAt(history).next !== undefined;
export const lastEntry = ({ history, floor }: Learning): Entry | undefined =>
  history.at > floor ? momentAt(history).entry : undefined;
export const worldOf = ({ history }: Learning): World => worldNow(history);

/** The moments that undo and redo lead through, from the reader's first to the last one on this branch. */
export const timelineOf = ({ history, floor }: Learning): readonly number[] => {
  const before: number[] = [];
  for (let at: number | undefined = history.at; at !== undefined && at >= floor; at = momentAt(history, at).before)
    before.unshift(at);
  const after: number[] = [];
  for (let at = momentAt(history).next; at !== undefined; at = momentAt(history, at).next) after.push(at);
  return [...before, ...after];
};
