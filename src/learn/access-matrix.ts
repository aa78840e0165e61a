import { type ApiCall, type ApiEntry, call, type EncryptionContext, type World } from '../kms/index.ts';

/** One column of an access matrix: an operation on the key, as somebody would call it. */
export interface Probe {
  readonly operation: ProbedOperation;
  /** The AWS service that calls for the principal: `s3`. */
  readonly via?: string;
  readonly EncryptionContext?: EncryptionContext;
}

/** Input that each operation is tried with, besides the key. */
const INPUTS = {
  CreateGrant: ({ caller }) => ({ GranteePrincipal: caller, Operations: ['Decrypt'] }),
  // Without a ciphertext at hand: KMS then only says whether it would have been allowed.
  Decrypt: () => ({ DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] }),
  DescribeKey: () => ({}),
  DisableKey: () => ({}),
  EnableKey: () => ({}),
  Encrypt: () => ({ Plaintext: 'cHJvYmU=' }),
  GenerateDataKey: () => ({ KeySpec: 'AES_256' }),
  GetKeyPolicy: () => ({}),
  ListGrants: () => ({}),
  PutKeyPolicy: ({ policy }) => ({ Policy: policy }),
  ScheduleKeyDeletion: () => ({ PendingWindowInDays: 7 }),
} as const satisfies Partial<
  Record<ApiCall['operation'], (about: { readonly caller: string; readonly policy: string }) => object>
>;

export type ProbedOperation = keyof typeof INPUTS;

/** The call that a probe makes. The key is named by ARN: it may be another account's. */
export const probeCommand = (world: World, KeyArn: string, as: string, probe: Probe): ApiCall => {
  const { operation, via, EncryptionContext } = probe;
  const caller = Object.values(world.principals).find(({ name, Arn }) => name === as || Arn === as)?.Arn ?? as;
  return {
    operation,
    input: {
      KeyId: KeyArn,
      ...INPUTS[operation]({ caller, policy: world.keys[KeyArn]?.Policy ?? '' }),
      ...(EncryptionContext && { EncryptionContext }),
    },
    as,
    region: KeyArn.split(':')[3] as string,
    ...(via !== undefined && { via }),
  };
};

/** What would come of a probe now: asked of a copy of the world, so that nobody notices. */
export interface Probed {
  readonly as: string;
  readonly probe: Probe;
  /** `ok`, or the name of the exception. */
  readonly outcome: string;
  readonly entry: ApiEntry;
}

export const probed = (world: World, KeyArn: string, as: string, probe: Probe): Probed => {
  const entry = call(world, probeCommand(world, KeyArn, as, probe)).entry as ApiEntry;
  const { __type } = entry.error ?? {};
  return { as, probe, entry, outcome: __type === undefined || __type === 'DryRunOperationException' ? 'ok' : __type };
};

/** One row a principal, one cell a probe. */
export const accessMatrix = (
  world: World,
  KeyArn: string,
  principals: readonly string[],
  probes: readonly Probe[],
): readonly (readonly Probed[])[] => principals.map((as) => probes.map((probe) => probed(world, KeyArn, as, probe)));

/** A copy of the world in which time has gone by. */
export const later = (world: World, milliseconds: number): World =>
  milliseconds === 0 ? world : call(world, { clock: { by: milliseconds } }).world;
