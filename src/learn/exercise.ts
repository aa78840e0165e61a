import type { KeyState, OperationName } from '../kms/index.ts';
import type { Chapter } from './content-schema/chapters.ts';
import type { Label, Text } from './content-schema/text.ts';
import type { ScriptStep } from './script.ts';

/**
 * A world that is broken or at risk, what should become true in it, and ways that lead there and do not. Graded by what
 * would happen, not by what was done: any path to the goal is a right one.
 */
export interface Exercise {
  /** `E41`; stable, never positional. */
  readonly id: string;
  readonly section: Chapter;
  /** 1 guided, 2 one decision, 3 diagnose and repair, 4 open. */
  readonly level: 1 | 2 | 3 | 4;
  /** Beliefs that it is about. */
  readonly mis: readonly string[];
  readonly title: Text;
  /** The symptom and the wish, never the call. */
  readonly task: Text;
  readonly world: readonly ScriptStep[];
  /** Words for the ciphertexts that the world saved, by name. */
  readonly labels?: Readonly<Record<string, Text>>;
  readonly bench: Bench;
  readonly fields?: readonly Field[];
  /** In the order in which a reader should hear of them. */
  readonly checks: readonly ExerciseCheck[];
  /** By `check` or `check@found`: what to say when it is the first that is not met. */
  readonly feedback?: Readonly<Record<string, Feedback>>;
  /** Where to look, the idea, the next step. */
  readonly hints: readonly [Text, Text, Text];
  readonly solution: readonly Move[];
  readonly alternatives: readonly (readonly Move[])[];
  readonly wrong: readonly { readonly do: readonly Move[]; readonly fails: string }[];
  readonly why: WhyQuestion;
  /** Said after success. */
  readonly remark?: Text;
}

/** What lies within reach. Nothing that a reader would naturally try is missing. */
export interface Bench {
  readonly operations: readonly OperationName[];
  /** Who the reader may act as; the first at the beginning. */
  readonly principals?: readonly string[];
  readonly regions?: readonly string[];
  /** Principals whose IAM policy the reader may write. */
  readonly policiesOf?: readonly string[];
  /** Files of key material that can be imported. */
  readonly materials?: readonly string[];
}

/** Something that the reader says instead of doing it: a diagnosis, a prediction, a filter pattern. */
export type Field =
  | { readonly id: string; readonly type: 'choice'; readonly label: Text; readonly options: readonly FieldOption[] }
  | { readonly id: string; readonly type: 'multi'; readonly label: Text; readonly options: readonly FieldOption[] }
  | {
      readonly id: string;
      readonly type: 'sort';
      readonly label: Text;
      readonly rows: readonly FieldOption[];
      readonly choices: readonly FieldOption[];
    }
  | { readonly id: string; readonly type: 'number'; readonly label: Text }
  | { readonly id: string; readonly type: 'pattern'; readonly label: Text; readonly records: readonly LogRecord[] };

export interface FieldOption {
  readonly id: string;
  readonly text: Label;
}

/** A log event under a filter, with words for people. */
export interface LogRecord {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** An id, some ids, a text, or the choice for each row. */
export type FieldValue = string | readonly string[] | Readonly<Record<string, string>>;

/** A step of a path: something done, or something said. */
export type Move =
  | (ScriptStep & { readonly note?: Text })
  | { readonly answer: string; readonly is: FieldValue; readonly note?: Text };

export interface Feedback {
  readonly say: Text;
  /** The operation in the log to point at: its last call. */
  readonly log?: OperationName;
}

/** A call that is tried on a copy of the world. */
export interface Probe {
  readonly operation: OperationName;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly as?: string;
  readonly region?: string;
  readonly via?: string;
}

/**
 * One thing that must be true. References are those of scripts; besides, `$latest.c1` is what c1 was last re-encrypted to,
 * and `$made.CreateKey` the last answer to the reader's own call of an operation.
 */
export type ExerciseCheck = { readonly id: string; readonly say: Text } & Condition;

type Condition =
  /** Tried on a copy: `ok`, an exception, or one of several. `at` turns the clock of the copy first: `P10D`. */
  | { readonly try: Probe; readonly is: string | readonly string[]; readonly at?: string }
  /** State of the key with this ARN; `Deleted` when it is gone. */
  | {
      readonly state: string;
      readonly is: KeyState | 'Deleted' | readonly (KeyState | 'Deleted')[];
      readonly at?: string;
    }
  /** What an alias name leads to: a key ARN, or `none`. */
  | { readonly alias: string; readonly is: string; readonly region?: string }
  /** Days of the rotation period of the key with this ARN, or `off`. */
  | { readonly rotation: string; readonly is: number | 'off' }
  /** Whether a principal has a grant on the key with this ARN. */
  | { readonly grant: string; readonly to: string; readonly is: boolean; readonly at?: string }
  /** Whether a ciphertext, or what it was re-encrypted to, can ever be opened again, by anyone. */
  | { readonly plain: string; readonly is: 'recoverable' | 'lost'; readonly at?: string }
  /** Records of the reader's own time. */
  | { readonly log: LogQuery; readonly atLeast?: number; readonly atMost?: number; readonly at?: string }
  /** No successful call of this operation; a belief of its own, so used sparingly. */
  | { readonly never: OperationName; readonly on?: string }
  /** The first succeeded before the second did. */
  | { readonly before: readonly [OperationName, OperationName] }
  /** Calls of the reader, at most. */
  | { readonly calls: number }
  /** The pattern typed into a field matches these records and no others. */
  | { readonly filter: string; readonly matches: readonly string[] }
  | { readonly answer: string; readonly is: FieldValue }
  /** A prediction was made, whichever. */
  | { readonly answered: string };

export interface LogQuery {
  readonly event: string;
  /** `none`: it succeeded. */
  readonly errorCode?: string;
  /** The caller named the key. */
  readonly keyIdNamed?: true;
  /** Name of the principal. */
  readonly by?: string;
}

export interface WhyQuestion {
  readonly stem: Text;
  readonly options: readonly {
    readonly id: string;
    readonly text: Label;
    readonly correct?: boolean;
    readonly why: Text;
  }[];
}

export const defineExercise = (exercise: Exercise): Exercise => exercise;

/** The calls of a path: what a reader is compared with, after success. */
export const parOf = ({ solution }: Exercise): number => solution.filter((move) => 'operation' in move).length;
