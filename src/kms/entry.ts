import type { ApiCall, Command } from './command.ts';
import type { KmsError } from './errors.ts';
import type { Happening } from './happening.ts';
import type { LocatedKey } from './operations/define.ts';
import type { Decision } from './policy/types.ts';
import type { Verdict } from './stepper.ts';
import type { Instant, KeyState } from './vocabulary.ts';

/** The stages that a request passes, in AWS's order. */
export const STAGES = ['parse', 'locate', 'authorize', 'state', 'perform', 'record'] as const;
export type Stage = (typeof STAGES)[number];

/** What became of one command. The log of a world is a list of these. */
export type Entry = ApiEntry | ClockEntry | StageEntry;

interface Common {
  /** Number of the command, from 0. */
  readonly seq: number;
  /** When it was given. */
  readonly at: Instant;
  readonly command: Command;
  readonly happenings: readonly Happening[];
}

export interface ApiEntry extends Common {
  readonly kind: 'api';
  readonly command: ApiCall;
  readonly caller: Caller;
  readonly Region: string;
  readonly requestId: string;
  readonly eventId: string;
  /** The last stage that the request reached: `record` unless it was refused. */
  readonly stage: Stage;
  readonly output?: object;
  readonly error?: KmsError;
  readonly keys: readonly KeyAsked[];
  readonly AliasArn?: string;
  readonly authorization?: Authorization;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
}

export interface Caller {
  readonly Arn: string;
  readonly AccountId: string;
  readonly name: string;
  readonly kind: 'root' | 'user' | 'role' | 'service';
  /** The service that called for this principal. */
  readonly via?: string;
}

/** A key that a request met, and what its state said. */
export interface KeyAsked extends LocatedKey {
  readonly KeyState?: KeyState;
  readonly verdict?: Verdict;
}

/** Why a request was allowed or denied: see policy/evaluate.ts. */
export interface Authorization {
  readonly allowed: boolean;
  /** One for each resource that was asked about, up to the first refusal. */
  readonly decisions: readonly Decision[];
}

export interface ClockEntry extends Common {
  readonly kind: 'clock';
  readonly to: Instant;
}

export interface StageEntry extends Common {
  readonly kind: 'stage';
}
