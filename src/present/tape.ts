import { type ApiEntry, type Entry, entriesOf, type KmsError } from '../kms/index.ts';
import type { Text } from '../learn/content-schema/text.ts';
import { type Run, runStep, type ScriptStep } from '../learn/script.ts';

/**
 * A rehearsed live demo as data. Each step is what the speaker says, the real calls that are made, and what they must
 * answer: a tape that the model no longer bears out fails the tests, not the talk.
 */
export interface Tape {
  readonly id: string;
  readonly chapter: string;
  readonly title: Text;
  /** The checkpoint: the world in which the talk begins. */
  readonly world: readonly ScriptStep[];
  readonly steps: readonly TapeStep[];
}

export interface TapeStep {
  /** Two digits, unique in the tape: with the chapter's number it is the step code. */
  readonly code: string;
  /** On the screen: a headline, and at most a few lines. */
  readonly screen: { readonly headline: Text; readonly lines?: readonly Text[] };
  /** For the speaker alone. */
  readonly note: Text;
  /** Seconds that the step is meant to take. */
  readonly pace: number;
  /** The state of the keys would give an answer away: it stays off the screen during this step. */
  readonly conceals?: true;
  readonly run?: readonly TapeCall[];
  readonly vote?: Vote;
}

export interface TapeCall {
  readonly step: ScriptStep;
  /** `ok`, or the name of the exception; absent for the clock. */
  readonly expect?: string;
}

/** A question put to the room before the calls of its own step are made. Which option is right, the run tells. */
export interface Vote {
  readonly question: Text;
  readonly options: readonly { readonly outcome: string; readonly text: Text }[];
}

export const defineTape = (tape: Tape): Tape => tape;

export interface Played {
  readonly run: Run;
  readonly outcomes: readonly PlayedCall[];
}

export interface PlayedCall {
  readonly entry: Entry;
  readonly outcome: string;
  readonly expected?: string;
}

/** Makes the calls of one step. */
export const playStep = (run: Run, step: TapeStep): Played => {
  let current = run;
  const outcomes: PlayedCall[] = [];
  for (const { step: script, expect } of step.run ?? []) {
    current = runStep(current, script);
    const entry = entriesOf(current.history).at(-1) as Entry;
    outcomes.push({ entry, outcome: outcomeOf(entry), ...(expect !== undefined && { expected: expect }) });
  }
  return { run: current, outcomes };
};

/** `ok`, or the name of the exception. */
export const outcomeOf = (entry: Entry): string => (entry.kind === 'api' ? nameOf(entry) : 'ok');

const nameOf = ({ error }: ApiEntry): string => (error as KmsError | undefined)?.__type ?? 'ok';

/** What a vote turned out to be: the outcome of the last call of its step. */
export const resultOf = ({ outcomes }: Played): string | undefined => outcomes.at(-1)?.outcome;

/** Seconds from the first step to the end. */
export const lengthOf = ({ steps }: Tape): number => steps.reduce((sum, { pace }) => sum + pace, 0);

/** What the audience is told to do with a tally: the thresholds of peer instruction. */
export const adviceFor = (right: number, all: number): 'none' | 'explain' | 'discuss' | 'goOn' => {
  if (all === 0) return 'none';
  const share = right / all;
  if (share < 0.35) return 'explain';
  return share <= 0.7 ? 'discuss' : 'goOn';
};

/** All moments of a tape: the worlds at the beginning of each step, and after the last. */
export const checkpointsOf = (tape: Tape, begin: Run): readonly Run[] => {
  const runs = [begin];
  for (const step of tape.steps) runs.push(playStep(runs.at(-1) as Run, step).run);
  return runs;
};
