import type { KeyEvent } from '../charts/key-lifecycle.machine.ts';
import type { ApiCall } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Entropy } from '../entropy.ts';
import type { Refused } from '../errors.ts';
import { grantTokenProblem } from '../grants.ts';
import type { Happening } from '../happening.ts';
import { locateKey } from '../locate.ts';
import type { InputOf } from '../model/index.ts';
import { recipientProblem } from '../recipient.ts';
import type { Instant, OperationName } from '../vocabulary.ts';
import type { KeyRecord, Principal, World } from '../world.ts';

/** Where a request comes from and where it goes. */
export interface Scope {
  readonly world: World;
  readonly caller: Principal;
  readonly Region: string;
  /** The AWS service that calls for the principal, such as `s3`. */
  readonly via?: string;
}

/** A key that a request is about. */
export interface LocatedKey {
  /**
   * Part it plays: ReEncrypt has a `source` and a `destination`, UpdateAlias a `key` and an `oldTarget`,
   * UpdatePrimaryRegion a `key` and the `replica` that will be primary.
   */
  readonly role: 'key' | 'source' | 'destination' | 'oldTarget' | 'replica';
  readonly Arn: string;
  /** IAM action that the request needs on it, without the prefix `kms:`. */
  readonly action: string;
  /** The alias name by which the request named it. */
  readonly RequestAlias?: string;
  /** The request did not name it: it was found in the ciphertext. */
  readonly fromCiphertext?: true;
}

export interface Located {
  readonly keys: readonly LocatedKey[];
  /** Alias that the request is about, and the IAM action needed on it. */
  readonly alias?: { readonly AliasArn: string; readonly action: string };
  /** IAM action that concerns no single resource, such as kms:ListKeys. */
  readonly accountAction?: string;
  /** Further IAM actions on no single resource: for tags of a new key, and for a replica in its Region. */
  readonly also?: { readonly Region: string; readonly actions: readonly string[] };
  /** The grant that RetireGrant names, by its id or by its token. */
  readonly GrantId?: string;
}

/** What an operation works with, once everybody has agreed that it may. */
export interface Scene<Input> extends Scope {
  readonly input: Input;
  readonly now: Instant;
  readonly random: Entropy;
  readonly command: ApiCall;
  readonly draft: Draft;
  readonly happenings: Happening[];
  /** The keys of the request that exist, in its order, as they are now: the chart's next state is already in place. */
  readonly keys: readonly KeyRecord[];
  /** Adds what CloudTrail shows under additionalEventData. */
  readonly note: (details: Readonly<Record<string, unknown>>) => void;
}

export interface KeyScene<Input> extends Scene<Input> {
  /** The first key of the request. */
  readonly key: KeyRecord;
  /** The second key, where there is one. */
  readonly other: KeyRecord | undefined;
}

/** What CloudTrail shows of an operation beyond the common rules: see cloudtrail.ts. */
export interface Trail {
  /** Members of the output that are logged; none if absent. `keyId` alone is logged as the key's ARN. */
  readonly responds?: readonly string[];
  /** responseElements is {keyId: ARN} although the API answers nothing. */
  readonly respondsKeyId?: true;
}

interface Common<Input> {
  /** Parameter logic beyond the API model: what AWS checks before it looks at any key. */
  readonly check?: (input: Input) => Refused | undefined;
  readonly trail?: Trail;
}

export interface KeyOperationDefinition<Name extends OperationName, Input, Output> extends Common<Input> {
  readonly name: Name;
  /** `input.KeyId` as key id or key ARN, or also by alias. */
  readonly on: 'key' | 'keyOrAlias' | ((input: Input, scope: Scope) => Located | Refused);
  /** What the chart is asked; `{ type: name }` if absent. */
  readonly event?: (input: Input, key: KeyRecord, world: World) => KeyEvent;
  readonly perform: (scene: KeyScene<Input>) => Output | Refused;
}

export interface AccountOperationDefinition<Name extends OperationName, Input, Output> extends Common<Input> {
  readonly name: Name;
  readonly on?: (input: Input, scope: Scope) => Located | Refused;
  readonly perform: (scene: Scene<Input>) => Output | Refused;
}

/** An operation as `call` sees it: one shape for all of them. */
export interface Operation {
  readonly name: OperationName;
  readonly check: (input: unknown) => Refused | undefined;
  readonly locate: (input: unknown, scope: Scope) => Located | Refused;
  readonly event: (input: unknown, key: KeyRecord, world: World) => KeyEvent;
  readonly perform: (scene: Scene<unknown>) => object | Refused;
  readonly trail: Trail;
}

/** An operation on a key, named by the API's own word. Its input is what the API model says. */
export const keyOperation = <Name extends OperationName, Output extends object>(
  definition: KeyOperationDefinition<Name, InputOf<Name>, Output>,
): Operation => {
  const { name, on, event, check, perform, trail = {} } = definition;
  return {
    name,
    trail,
    check: (input) => check?.(input as InputOf<Name>) ?? recipientProblem(input) ?? tokenProblem(input),
    locate: (input, scope) =>
      typeof on === 'function'
        ? on(input as InputOf<Name>, scope)
        : locateKey((input as { KeyId: string }).KeyId, scope, on, name),
    event: (input, key, world) => event?.(input as InputOf<Name>, key, world) ?? ({ type: name } as KeyEvent),
    perform: (scene) => {
      const [key, other] = scene.keys;
      if (!key) throw new Error(`${name} reached its work without a key`);
      return perform({ ...(scene as Scene<InputOf<Name>>), key, other });
    },
  };
};

/** An operation that is about no key, or only names one. */
export const accountOperation = <Name extends OperationName, Output extends object>(
  definition: AccountOperationDefinition<Name, InputOf<Name>, Output>,
): Operation => {
  const { name, on, check, perform, trail = {} } = definition;
  return {
    name,
    trail,
    check: (input) => check?.(input as InputOf<Name>) ?? recipientProblem(input) ?? tokenProblem(input),
    locate: (input, scope) => on?.(input as InputOf<Name>, scope) ?? { keys: [], accountAction: name },
    event: () => ({ type: name }) as KeyEvent,
    perform: (scene) => perform(scene as Scene<InputOf<Name>>),
  };
};

/** Nearly every operation on a key takes grant tokens. */
const tokenProblem = (input: unknown): Refused | undefined =>
  grantTokenProblem((input as { readonly GrantTokens?: readonly string[] }).GrantTokens);

/** An answer without members: AWS sends an empty body. */
export const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Instants as they go over the wire: seconds since 1970, with fraction. */
export const epochSeconds = (instant: Instant): number => instant / 1000;
