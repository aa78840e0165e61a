import type { Base64, Instant, OperationName } from './vocabulary.ts';
import type { Account, KeyStoreBackend, Principal, WorldOptions } from './world.ts';

/**
 * What can be said to a world. A command is plain JSON: a list of them, with a seed, is all that a link or a file keeps.
 */
export type Command = ApiCall | TurnClock | SetStage;

/** A call to the KMS API. */
export interface ApiCall {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  /** Name or ARN of the principal; the world's own caller if absent. */
  readonly as?: string;
  readonly region?: string;
  /** The AWS service that calls on behalf of the principal, as in kms:ViaService without the Region: `s3`. */
  readonly via?: string;
  /** Further condition keys of the request, such as aws:SourceIp or aws:MultiFactorAuthPresent. */
  readonly requestContext?: Readonly<Record<string, string | readonly string[]>>;
  /** An RSA private key (PKCS #8, DER) for a command that needs a fresh one: chance arrives from outside. */
  readonly rsaPrivateKey?: Base64;
}

/** Turns the simulated clock forward. */
export interface TurnClock {
  readonly clock: { readonly by: number } | { readonly to: Instant } | 'next';
}

/** Changes what lies outside KMS: who there is, what else can fail. Nothing of it is a call, so nothing is logged. */
export interface SetStage {
  readonly stage:
    | { readonly putPrincipal: Principal }
    | { readonly dropPrincipal: string }
    | { readonly putAccount: Account }
    | { readonly putBackend: KeyStoreBackend }
    | { readonly dropBackend: string }
    | { readonly setOutages: readonly string[] }
    | { readonly setHome: { readonly caller?: string; readonly Region?: string } }
    | { readonly setOptions: WorldOptions };
}

export const isApiCall = (command: Command): command is ApiCall => 'operation' in command;
export const isTurnClock = (command: Command): command is TurnClock => 'clock' in command;
